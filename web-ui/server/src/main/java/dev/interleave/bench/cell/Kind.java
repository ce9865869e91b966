package dev.interleave.bench.cell;

/** What is measured warm. */
enum Kind {
    EXPRESSION("1000 * 2 + %d"),
    STATEMENT("System.out.println(\"number \" + %d);"),
    DECLARATION("int measured%d = 3 * 14;"),
    CLASS(
            """
            class Account%1$d {
                private final String owner;
                private final List<Long> bookings = new ArrayList<>();
                private long cents;

                Account%1$d(String owner) {
                    this.owner = owner;
                }

                synchronized void deposit(long amount) {
                    if (amount <= 0) {
                        throw new IllegalArgumentException("amount: " + amount);
                    }
                    cents += amount;
                    bookings.add(amount);
                }

                synchronized boolean withdraw(long amount) {
                    if (amount > cents) {
                        return false;
                    }
                    cents -= amount;
                    bookings.add(-amount);
                    return true;
                }

                synchronized long cents() {
                    return cents;
                }

                List<Long> deposits() {
                    return bookings.stream().filter(n -> n > 0).toList();
                }

                @Override
                public String toString() {
                    return owner + ": " + cents;
                }
            }
            """);

    private final String source;

    Kind(String source) {
        this.source = source;
    }

    /** A source that declares no name of another number. */
    String source(int number) {
        return source.formatted(number);
    }
}
