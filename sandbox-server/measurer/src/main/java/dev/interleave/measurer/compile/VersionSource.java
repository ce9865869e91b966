package dev.interleave.measurer.compile;

import java.net.URI;
import java.util.regex.Pattern;
import javax.tools.SimpleJavaFileObject;

/** The source of a version, which may be named as it likes. */
final class VersionSource extends SimpleJavaFileObject {

    /** Also the class of methods that stand in no class. */
    static final String NAME = "Version";

    /**
     * So that versions need no import of what only they use; on the first line, to keep the lines.
     */
    private static final String IMPORT = "import dev.interleave.measurer.load.*; ";

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s");

    private final String text;

    VersionSource(String text) {
        super(URI.create("memory:///" + NAME + Kind.SOURCE.extension), Kind.SOURCE);
        this.text = PACKAGE.matcher(text).find() ? text : IMPORT + text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.SOURCE;
    }
}
