package dev.interleave.compiler;

import dev.interleave.wire.Cause;
import dev.interleave.wire.ClassFile;
import dev.interleave.wire.Frame;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.Reply;
import dev.interleave.wire.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ResolutionException;
import jdk.jshell.spi.ExecutionControl.UserException;

/** Runs a session's classes in this JVM, with the JDK's own means. */
final class SessionJvm {

    private final DirectExecutionControl control = new DirectExecutionControl();

    void load(FromCompiler.Load message) {
        try {
            control.load(
                    message.classes().stream()
                            .map(SessionJvm::bytecodes)
                            .toArray(ClassBytecodes[]::new));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static ClassBytecodes bytecodes(ClassFile file) {
        return new ClassBytecodes(file.name(), file.bytes());
    }

    Reply invoke(FromCompiler.Invoke message) {
        try {
            return new Reply.Returned(control.invoke(message.className(), message.method()));
        } catch (UserException e) {
            return new Reply.Threw(causes(e));
        } catch (ResolutionException e) {
            return new Reply.Unresolved(e.id(), frames(e));
        } catch (Exception e) {
            return new Reply.Broken(e.toString());
        }
    }

    private static List<Cause> causes(Throwable thrown) {
        List<Cause> causes = new ArrayList<>();
        for (Throwable t = thrown; t instanceof UserException e; t = t.getCause()) {
            causes.add(new Cause(e.causeExceptionClass(), e.getMessage(), frames(e)));
        }
        return causes;
    }

    private static List<Frame> frames(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .limit(Wire.MAX_STACK)
                .map(
                        f ->
                                new Frame(
                                        f.getClassName(),
                                        f.getMethodName(),
                                        f.getFileName(),
                                        f.getLineNumber()))
                .toList();
    }
}
