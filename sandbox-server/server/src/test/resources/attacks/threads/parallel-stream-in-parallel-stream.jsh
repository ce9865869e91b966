//! ends: timeout time
java.util.stream.IntStream.range(0, 1_000).parallel().forEach(i -> java.util.stream.IntStream.range(0, 1_000).parallel().forEach(j -> { while (true) { } }));
