package dev.interleave.grader.compile;

import dev.interleave.grader.message.SourceFile;
import java.net.URI;
import java.net.URISyntaxException;
import javax.tools.SimpleJavaFileObject;

/** A source file that is on no disk. */
final class MemorySource extends SimpleJavaFileObject {

    private final SourceFile file;

    MemorySource(SourceFile file) {
        super(uri(file.name()), Kind.SOURCE);
        this.file = file;
    }

    private static URI uri(String name) {
        try {
            return new URI("memory", null, "/" + name, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String getName() {
        return file.name();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return file.text();
    }
}
