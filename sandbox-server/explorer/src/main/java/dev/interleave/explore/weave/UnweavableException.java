package dev.interleave.explore.weave;

/**
 * A class cannot be woven: its methods are too long for what is put into them, or its class file
 * has something that the weaver does not know. Its message is a sentence for whoever wrote the
 * class.
 */
public final class UnweavableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnweavableException(String className, IllegalArgumentException cause) {
        super(
                ("The class %s has no room for points at which threads can take turns (%s). Make"
                                + " its methods shorter.")
                        .formatted(className, cause.getMessage()),
                cause);
    }
}
