import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

class FileAttacks {

    static Object read(String[] args) throws IOException {
        return Files.readString(Path.of(args[0]));
    }

    static Object readThroughLink(String[] args) throws IOException {
        Path link = Files.createTempDirectory("attack").resolve("link");
        return Files.readString(Files.createSymbolicLink(link, Path.of(args[0])));
    }

    static Object readThroughProc(String[] args) throws IOException {
        return Files.readString(Path.of("/proc", args[0], "root" + args[1]));
    }

    static Object write(String[] args) throws IOException {
        return Files.writeString(Path.of(args[0]), "attacked");
    }

    static Object changeOwnJar(String[] args) throws IOException {
        Path jar = Path.of(System.getProperty("java.class.path"));
        return Files.write(jar, new byte[] {0}, StandardOpenOption.APPEND);
    }

    /** The kernel would start what this names, as root and outside of every jail. */
    static Object kernelSetting(String[] args) throws IOException {
        Path setting = Path.of("/proc/sys/kernel/core_pattern");
        if (Files.isWritable(setting)) {
            return setting;
        }
        throw new IOException("not writable");
    }

    /** Many files, each smaller than the largest that is allowed. */
    static Object fill(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("attack");
        byte[] mebibyte = new byte[1 << 20];
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            Files.write(folder.resolve("file" + i), mebibyte);
        }
        return "written";
    }

    static Object largeFile(String[] args) throws IOException {
        Path file = Files.createTempFile("attack", "");
        try (var out = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            out.position(Long.parseLong(args[0]));
            out.write(java.nio.ByteBuffer.allocate(1));
        }
        return "written";
    }

    static Object inodes(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("attack");
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            Files.createFile(folder.resolve("f" + i));
        }
        return "made";
    }
}
