//! ends: limit memory
var packed = new java.io.ByteArrayOutputStream();
try (var zip = new java.util.zip.GZIPOutputStream(packed)) { for (int i = 0; i < 512; i++) zip.write(new byte[1 << 20]); }
new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(packed.toByteArray())).readAllBytes().length
