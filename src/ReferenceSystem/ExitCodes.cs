namespace ReferenceSystem;

/// <summary>What this process tells whoever started it.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>A setting is wrong, the database is out of reach, or the address is taken.</summary>
    public const int CannotRun = 1;

    public const int MigrationsPending = 3;
}
