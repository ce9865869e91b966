package dev.interleave.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: ours and that of the JDK. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Main.class.getPackage().getImplementationVersion();
        return new String[] {
            "Interleave " + (version == null ? "(not packaged)" : version),
            "on JDK " + Runtime.version()
        };
    }
}
