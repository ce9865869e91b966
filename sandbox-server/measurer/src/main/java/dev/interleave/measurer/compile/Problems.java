package dev.interleave.measurer.compile;

import dev.interleave.measurer.message.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/** The errors that javac reports. */
final class Problems implements DiagnosticListener<JavaFileObject> {

    private static final String WANTS_MAIN = "does.not.have.main.method";

    private final List<Remark> errors = new ArrayList<>();
    private boolean wantsMain;

    @Override
    public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
            wantsMain |= diagnostic.getCode().endsWith(WANTS_MAIN);
            int line = (int) Math.max(0, diagnostic.getLineNumber());
            errors.add(new Remark(Remark.ERROR, line, diagnostic.getMessage(Locale.ENGLISH)));
        }
    }

    List<Remark> errors() {
        return errors;
    }

    /** Whether the methods want a main method beside them. */
    boolean wantsMain() {
        return wantsMain;
    }
}
