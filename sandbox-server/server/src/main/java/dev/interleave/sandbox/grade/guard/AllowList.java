package dev.interleave.sandbox.grade.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the classes of a submission may name besides each other. Immutable; those with the same
 * lines are equal.
 */
public final class AllowList {

    private final List<String> lines;
    private final List<AllowRule> rules;

    private AllowList(List<String> lines) {
        this.lines = List.copyOf(lines);
        this.rules = this.lines.stream().map(AllowRule::parse).toList();
    }

    /** What every exercise allows. */
    public static AllowList standard() {
        try (InputStream in = AllowList.class.getResourceAsStream("allowed.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new AllowList(List.of()).and(text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same with these lines at its end.
     *
     * @throws IllegalArgumentException if one is no rule
     */
    public AllowList and(List<String> lines) {
        List<String> all = new ArrayList<>(this.lines);
        lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(all::add);
        return new AllowList(all);
    }

    /** Its rules as they are written, in their order. */
    public List<String> lines() {
        return lines;
    }

    /** Whether this type of the JDK may be named. */
    boolean allows(String type) {
        AllowRule rule = last(type);
        return rule != null && !rule.refused();
    }

    /** Whether this member of it may be named. */
    boolean allows(String type, String member, String descriptor) {
        AllowRule rule = last(type);
        return rule != null && rule.allows(member, descriptor);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AllowList list && lines.equals(list.lines);
    }

    @Override
    public int hashCode() {
        return lines.hashCode();
    }

    private AllowRule last(String type) {
        return rules.reversed().stream().filter(r -> r.fits(type)).findFirst().orElse(null);
    }
}
