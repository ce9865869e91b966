package dev.interleave.agent.trace;

import dev.interleave.wire.TraceEvent.Kind;
import java.lang.classfile.CodeBuilder;
import java.util.function.Consumer;

/**
 * Code that a method of the JDK is given.
 *
 * @param type internal name
 * @param method name and descriptor
 * @param enter code at its start
 * @param exit code at its end; what it returns is on the stack and stays there
 * @param guarded whether an exception that leaves it is an end too
 */
record Hook(
        String type,
        String method,
        Consumer<CodeBuilder> enter,
        Consumer<CodeBuilder> exit,
        boolean guarded) {

    /** Put the two objects on the stack that are told. */
    static final Consumer<CodeBuilder> NOTHING = code -> code.aconst_null().aconst_null();

    static final Consumer<CodeBuilder> FIRST = code -> code.aload(0).aconst_null();
    static final Consumer<CodeBuilder> FIRST_TWO = code -> code.aload(0).aload(1);
    static final Consumer<CodeBuilder> SECOND = code -> code.aload(1).aconst_null();
    static final Consumer<CodeBuilder> SECOND_THIRD = code -> code.aload(1).aload(2);

    private static final Consumer<CodeBuilder> NO_CODE = _ -> {};

    /** Tells of the start. */
    static Hook at(String type, String method, Kind kind, Consumer<CodeBuilder> arguments) {
        return new Hook(type, method, tell(kind, arguments), NO_CODE, false);
    }

    static Hook at(String type, String method, int sink, Consumer<CodeBuilder> arguments) {
        return new Hook(type, method, tell(sink, arguments), NO_CODE, false);
    }

    /** Tells of the end, where it ends as it should. */
    static Hook after(String type, String method, Kind kind, Consumer<CodeBuilder> arguments) {
        return after(type, method, tell(kind, arguments));
    }

    static Hook after(String type, String method, int sink, Consumer<CodeBuilder> arguments) {
        return after(type, method, tell(sink, arguments));
    }

    static Hook after(String type, String method, Consumer<CodeBuilder> exit) {
        return new Hook(type, method, NO_CODE, exit, false);
    }

    /** Tells of the start and, by the next kind, of the end, however it ends. */
    static Hook around(String type, String method, Kind kind, Consumer<CodeBuilder> arguments) {
        return around(type, method, kind.ordinal(), kind.ordinal() + 1, arguments);
    }

    static Hook around(
            String type, String method, int begin, int end, Consumer<CodeBuilder> arguments) {
        return new Hook(type, method, tell(begin, arguments), tell(end, arguments), true);
    }

    /** Code that tells two objects. */
    static Consumer<CodeBuilder> tell(Kind kind, Consumer<CodeBuilder> arguments) {
        return tell(kind.ordinal(), arguments);
    }

    private static Consumer<CodeBuilder> tell(int sink, Consumer<CodeBuilder> arguments) {
        return code -> {
            arguments.accept(code);
            HookClass.call(code, sink);
        };
    }
}
