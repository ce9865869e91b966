package dev.interleave.sandbox;

import java.util.List;

/**
 * How well cells are isolated here, layer by layer.
 *
 * @param jailed whether cells run in a jail at all; false only with {@code --unsafe-no-jail}
 * @param layers every layer that the product knows of, present or not
 */
public record Isolation(boolean jailed, List<Layer> layers) {

    /**
     * One layer of the isolation.
     *
     * @param name in a few words
     * @param present whether it was seen to work on this machine
     * @param detail which kind it is, or what its absence means and how to get it
     */
    public record Layer(String name, boolean present, String detail) {}
}
