package dev.interleave.web.page;

/**
 * Who is signed in.
 *
 * @param teaches whether they may make classes
 * @param formToken that each of their forms brings along as {@code token}
 */
public record Visitor(String name, String role, boolean teaches, String formToken) {

    public boolean admin() {
        return role.equals("admin");
    }
}
