package dev.interleave.sandbox.jail;

import dev.interleave.compiler.CompilerFlags;
import dev.interleave.explore.jdk.JdkFlags;
import dev.interleave.sandbox.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The flags of jailed JVMs. They are a second layer and never the border. */
final class JvmFlags {

    /** A crash that a learner causes is not for the log, and ends with status 1. */
    static final String SILENT_CRASH = "-XX:+SuppressFatalErrorMessage";

    /** Without the second compiler, which costs more than it gains in the first seconds. */
    static final String BRIEF = "-XX:TieredStopAtLevel=1";

    private JvmFlags() {}

    static List<String> of(Role role, Profile profile) {
        List<String> flags = new ArrayList<>(COMMON);
        flags.addAll(
                switch (role) {
                    case SESSION -> session(profile);
                    case COMPILER -> compiler();
                    case GRADE_COMPILER, MEASURE_COMPILER -> JAVAC;
                    case MEASURER -> MEASURER;
                    case PROFILER -> profiler();
                    case GRADER -> grader(profile);
                    case EXPLORER, SAMPLER -> explorer(profile);
                });
        if (profile.preview()) {
            flags.add("--enable-preview");
        }
        for (String export : profile.exports()) {
            flags.add("--add-exports=" + export + "=ALL-UNNAMED");
        }
        return flags;
    }

    /**
     * No attaching, no agents, no dumps; nothing of the JVM's own on standard output, which belongs
     * to the learner.
     */
    private static final List<String> COMMON =
            List.of(
                    "-XX:-UsePerfData",
                    "-XX:+DisableAttachMechanism",
                    "-XX:-EnableDynamicAgentLoading",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:ErrorFile=/dev/null",
                    SILENT_CRASH,
                    "-Xrs",
                    "-Xlog:disable",
                    "-Xlog:all=warning:stderr",
                    "-Dfile.encoding=UTF-8",
                    "-Dstdout.encoding=UTF-8",
                    "-Dstderr.encoding=UTF-8",
                    "-Duser.name=learner",
                    "-Duser.home=/tmp",
                    "-Djava.awt.headless=true",
                    "-Djava.net.preferIPv4Stack=true",
                    "--sun-misc-unsafe-memory-access=deny");

    private static List<String> compiler() {
        List<String> flags = new ArrayList<>(CompilerFlags.recommended());
        flags.add("-Xmx" + CompilerMemory.heapMegabytes() + "m");
        flags.addAll(CompilerFlags.required());
        flags.add("--illegal-native-access=deny");
        return flags;
    }

    /**
     * Without the second compiler, which took more time over 112 submissions (51 s of processor
     * time with it, 16 s without) than most jails ever get to see.
     */
    private static final List<String> JAVAC =
            List.of(
                    BRIEF,
                    "-XX:+UseSerialGC",
                    "-Xmx384m",
                    "-XX:MaxMetaspaceSize=128m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--illegal-native-access=deny");

    /**
     * JMH gives its own forks the same commands to the JIT; without them it would measure something
     * else. The heap is of one size, so that none of its growth is measured.
     */
    private static final List<String> MEASURER =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xms256m",
                    "-Xmx256m",
                    "-Xss512k",
                    "-XX:MaxDirectMemorySize=64m",
                    "-XX:MaxMetaspaceSize=128m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--illegal-native-access=deny",
                    "--sun-misc-unsafe-memory-access=allow",
                    // To count virtual threads.
                    "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:+UnlockExperimentalVMOptions",
                    "-DcompilerBlackholesEnabled=true",
                    "-Djmh.ignoreLock=true",
                    "-XX:CompileCommand=quiet",
                    "-XX:CompileCommand=inline,org/openjdk/jmh/infra/Blackhole.consume",
                    "-XX:CompileCommand=dontinline,org/openjdk/jmh/infra/Blackhole.consumeCPU",
                    "-XX:CompileCommand=dontinline,org/openjdk/jmh/infra/Blackhole.consumeFull",
                    "-XX:CompileCommand=blackhole,org/openjdk/jmh/infra/Blackhole.consumeCompiler",
                    "-XX:CompileCommand=dontinline,*.*_avgt_jmhStub",
                    "-XX:CompileCommand=dontinline,*.*_sample_jmhStub",
                    "-XX:CompileCommand=dontinline,*.*_ss_jmhStub",
                    "-XX:CompileCommand=dontinline,*.*_thrpt_jmhStub",
                    "-XX:CompileCommand=inline,dev/interleave/measurer/run/ObjectStub.run",
                    "-XX:CompileCommand=inline,dev/interleave/measurer/run/LongStub.run",
                    "-XX:CompileCommand=inline,dev/interleave/measurer/run/DoubleStub.run",
                    "-XX:CompileCommand=inline,dev/interleave/measurer/run/VoidStub.run");

    /** So that stacks are whole, and tell of methods that the JIT has put into others. */
    private static List<String> profiler() {
        List<String> flags = new ArrayList<>(MEASURER);
        flags.add("-XX:+DebugNonSafepoints");
        flags.add("-XX:FlightRecorderOptions:stackdepth=250");
        return flags;
    }

    private static List<String> grader(Profile profile) {
        List<String> flags =
                new ArrayList<>(
                        List.of(
                                "-XX:+UseSerialGC",
                                "-Xmx" + profile.heapMegabytes() + "m",
                                "-Xss512k",
                                "-XX:ReservedCodeCacheSize=48m",
                                "-XX:MaxDirectMemorySize=16m",
                                "-XX:MaxMetaspaceSize=96m",
                                "-XX:+ExitOnOutOfMemoryError",
                                BRIEF,
                                "--illegal-native-access=deny"));
        carriers(profile, flags);
        return flags;
    }

    private static List<String> explorer(Profile profile) {
        List<String> flags = new ArrayList<>(grader(profile));
        flags.addAll(JdkFlags.of(Path.of("/app/explorer.jar")));
        return flags;
    }

    private static List<String> session(Profile profile) {
        List<String> flags =
                new ArrayList<>(
                        List.of(
                                "-XX:+UseSerialGC",
                                "-Xms8m",
                                "-Xmx" + profile.heapMegabytes() + "m",
                                "-Xss512k",
                                "-XX:ReservedCodeCacheSize=24m",
                                "-XX:MaxDirectMemorySize=32m",
                                "-XX:MaxMetaspaceSize=48m",
                                "-XX:+UnlockDiagnosticVMOptions",
                                // Where an archive of classes lies is then no secret from cells,
                                // which are jailed anyway; in return JVMs share its memory.
                                "-XX:ArchiveRelocationMode=0",
                                "-XX:TrimNativeHeapInterval=2000",
                                "-XX:CompileThresholdScaling=4",
                                // A long loop without a place to stop at would hold up Stop.
                                "-XX:+UseCountedLoopSafepoints",
                                "-XX:LoopStripMiningIter=1000"));
        carriers(profile, flags);
        return flags;
    }

    private static void carriers(Profile profile, List<String> flags) {
        if (profile.parallelism() > 0) {
            flags.add("-Djdk.virtualThreadScheduler.parallelism=" + profile.parallelism());
        }
        if (profile.processors() > 0) {
            flags.add("-XX:ActiveProcessorCount=" + profile.processors());
        }
    }
}
