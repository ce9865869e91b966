package dev.interleave.compiler;

import java.util.List;

/** Flags that the compiler's JVM needs, whoever starts it. */
public final class CompilerFlags {

    private CompilerFlags() {}

    /**
     * What the code here cannot do without: it speaks to javac itself, and finds the documentation
     * of the JDK as JShell does.
     */
    public static List<String> required() {
        return List.of(
                "--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
                "--add-exports=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED",
                "--add-exports=jdk.compiler/com.sun.tools.javac.comp=ALL-UNNAMED",
                "--add-exports=jdk.compiler/com.sun.tools.javac.tree=ALL-UNNAMED",
                "--add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED",
                "--add-exports=jdk.jshell/jdk.internal.shellsupport.doc=ALL-UNNAMED");
    }

    /**
     * What keeps it fast and its end clean; how large the heap may grow depends on the machine. A
     * front end at work holds about 11 MB of javac's, an evicted one about 2 MB. The young
     * generation is large because a task of javac leaves nothing behind.
     *
     * <p>It does not exit by itself when memory is out: first it says over whose source.
     */
    public static List<String> recommended() {
        return List.of("-XX:+UseSerialGC", "-Xms384m", "-Xmn256m");
    }
}
