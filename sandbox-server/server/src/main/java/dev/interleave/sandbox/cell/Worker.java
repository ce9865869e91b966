package dev.interleave.sandbox.cell;

/** What a session takes from the pool: a JVM that has said hello, and a front end that is open. */
record Worker(SessionJvm jvm, FrontEnd frontEnd) {

    boolean lives() {
        return jvm.lives() && frontEnd.lives();
    }

    void discard() {
        jvm.kill();
        frontEnd.drop();
    }
}
