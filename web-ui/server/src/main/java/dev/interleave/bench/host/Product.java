package dev.interleave.bench.host;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The processes below this one: jails and what is in them. */
public record Product(List<HostProcess> processes) {

    private static final String SESSION = "dev.interleave.agent.AgentMain";
    private static final String COMPILER = "dev.interleave.compiler.Compiler";

    /** As they are now. */
    public static Product now() {
        return new Product(ProcessHandle.current().descendants().map(HostProcess::of).toList());
    }

    /** The JVMs of sessions, those in the pool included. */
    public List<HostProcess> sessionJvms() {
        return jvms(SESSION);
    }

    /** The JVMs of compilers, the one that has worked for longest first. */
    public List<HostProcess> compilerJvms() {
        return jvms(COMPILER).stream().sorted(Comparator.comparing(HostProcess::pid)).toList();
    }

    private List<HostProcess> jvms(String main) {
        return processes.stream().filter(p -> p.isJava() && p.mentions(main)).toList();
    }

    /** The jails of sessions with everything in them. */
    public List<HostProcess> sessionJails() {
        return filtered(p -> p.mentions(SESSION));
    }

    /** The jails of compilers with everything in them. */
    public List<HostProcess> compilerJails() {
        return filtered(p -> p.mentions(COMPILER));
    }

    private List<HostProcess> filtered(Predicate<HostProcess> wanted) {
        return processes.stream().filter(wanted).toList();
    }

    /** Processor time of all of it: this process, those below it, and those that were. */
    public static long cpuMillis() {
        return HostProcess.cpuMillis(ProcessHandle.current().pid())
                + now().processes().stream().mapToLong(HostProcess::cpuMillis).sum();
    }
}
