package dev.interleave.lessons.build;

/**
 * Something in the lessons that breaks a rule of their format.
 *
 * @param file path below the folder of the lessons
 * @param line counts from 1; 0 where it is the whole file
 * @param message what is wrong and what to do
 */
record Problem(String file, int line, String message) {

    @Override
    public String toString() {
        return line == 0 ? file + ": " + message : file + ":" + line + ": " + message;
    }
}
