import java.util.concurrent.Phaser;

public class Barrier {
    private final Phaser phaser;

    public Barrier(int parties) {
        phaser = new Phaser(parties);
    }

    public void await() throws InterruptedException {
        phaser.awaitAdvanceInterruptibly(phaser.arrive());
    }
}
