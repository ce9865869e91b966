package dev.interleave.wire;

/** A compiled class: its binary name with dots, and its bytes. */
public record ClassFile(String name, byte[] bytes) {

    static ClassFile read(WireReader in) throws WireException {
        return new ClassFile(in.text(), in.bytes());
    }

    static void write(WireWriter out, ClassFile file) {
        out.text(file.name).bytes(file.bytes);
    }
}
