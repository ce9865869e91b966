package dev.interleave.sandbox.grade.guard;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One line of the list of what submissions may name; the list itself says how it is written. */
record AllowRule(Pattern types, boolean refused, Set<String> only, Set<String> except) {

    private static final Pattern LINE = Pattern.compile("!?[A-Za-z0-9_.$*]+( +-?\\S+)*");

    /**
     * @throws IllegalArgumentException if this is no such line
     */
    static AllowRule parse(String line) {
        if (!LINE.matcher(line).matches()) {
            throw new IllegalArgumentException("\"" + line + "\" is no rule");
        }
        String[] words = line.split(" +");
        boolean refused = words[0].startsWith("!");
        String type = refused ? words[0].substring(1) : words[0];
        Set<String> only = new TreeSet<>();
        Set<String> except = new TreeSet<>();
        Arrays.stream(words)
                .skip(1)
                .forEach(
                        member -> {
                            if (member.startsWith("-")) {
                                except.add(member.substring(1));
                            } else {
                                only.add(member);
                            }
                        });
        return new AllowRule(pattern(type), refused, only, except);
    }

    /** An asterisk stands for a part of a name, and for the types inside of a type. */
    private static Pattern pattern(String type) {
        String quoted = Pattern.quote(type).replace("*", "\\E[A-Za-z0-9_$]*\\Q");
        return Pattern.compile(quoted);
    }

    boolean fits(String type) {
        return types.matcher(type).matches();
    }

    boolean allows(String member, String descriptor) {
        if (refused || except.contains(member)) {
            return false;
        }
        return only.isEmpty() || only.contains(member) || only.contains(member + descriptor);
    }
}
