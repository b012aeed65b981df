#!/usr/bin/env pwsh
# Enters the build: ./build.ps1 --target=Perf, ./build.ps1 --help. Works from any directory.
$ErrorActionPreference = "Stop"
Set-Location $PSScriptRoot

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
  [Console]::Error.WriteLine("The .NET SDK is missing: no 'dotnet' on the PATH. Install the .NET 10 SDK (https://dot.net/download), then run this again.")
  exit 1
}
$sdk = dotnet --version 2>&1
if ($LASTEXITCODE -ne 0) {
  [Console]::Error.WriteLine("No .NET 10 SDK here (the version is asked for in global.json). dotnet says:`n$sdk`nInstall the .NET 10 SDK (https://dot.net/download), then run this again. What is here: dotnet --list-sdks")
  exit 1
}

# No build server may stay behind when this ends.
$env:MSBUILDDISABLENODEREUSE = "1"; $env:DOTNET_CLI_USE_MSBUILD_SERVER = "0"; $env:DOTNET_NOLOGO = "1"
New-Item -ItemType Directory -Force artifacts | Out-Null
dotnet build build/build.csproj -c Release --nologo -v quiet -nodeReuse:false -p:UseSharedCompilation=false *> artifacts/build.log
if ($LASTEXITCODE -ne 0) {
  Get-Content artifacts/build.log | ForEach-Object { [Console]::Error.WriteLine($_) }
  exit 1
}

dotnet artifacts/bin/build/release/build.dll @args
exit $LASTEXITCODE
