// Reads encoded histograms, one a line: says what it makes of each, and writes it again in its own hand.
const hdr = require("hdr-histogram-js");
const lines = require("fs").readFileSync(process.argv[2], "utf8").split("\n").filter(line => line !== "");
const read = lines.map(line => {
  const histogram = hdr.decodeFromCompressedBase64(line);
  return {
    total: histogram.totalCount,
    quantiles: [50, 90, 95, 99, 99.9].map(percent => histogram.getValueAtPercentile(percent)),
    max: histogram.maxValue,
    encoded: hdr.encodeIntoCompressedBase64(histogram),
  };
});
console.log(JSON.stringify(read));
