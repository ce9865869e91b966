package dev.interleave.measurer.compile;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** The source of a version, which may be named as it likes. */
final class VersionSource extends SimpleJavaFileObject {

    /** Also the class of methods that stand in no class. */
    static final String NAME = "Version";

    private final String text;

    VersionSource(String text) {
        super(URI.create("memory:///" + NAME + Kind.SOURCE.extension), Kind.SOURCE);
        this.text = text;
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
