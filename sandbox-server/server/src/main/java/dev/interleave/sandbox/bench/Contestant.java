package dev.interleave.sandbox.bench;

import dev.interleave.measurer.message.CompiledClass;
import dev.interleave.measurer.message.Entry;
import dev.interleave.sandbox.result.CompareResult.Lint;
import java.util.List;

/** A version that compiles. */
record Contestant(String name, List<CompiledClass> classes, Entry entry, List<Lint> lints) {}
