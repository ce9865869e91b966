package dev.interleave.web.account;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Objects;

/** Reads the fields of forms, and answers them. */
public final class Forms {

    private Forms() {}

    /**
     * A field of a form.
     *
     * @throws BadRequestResponse if the form has none
     */
    public static String field(Context ctx, String name) {
        var value = ctx.formParam(name);
        if (value == null) {
            throw new BadRequestResponse("The field \"%s\" is missing.".formatted(name));
        }
        return value;
    }

    /** A field that a form may leave out, which then is empty. */
    public static String optional(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.formParam(name), "");
    }

    /** The page of a long list that a request asks for, from 1. */
    public static int page(Context ctx) {
        var page = ctx.queryParam("page");
        return page == null || !page.matches("[1-9][0-9]{0,6}") ? 1 : Integer.parseInt(page);
    }

    /** Goes on with a page, so that reloading it sends nothing again. */
    public static void goTo(Context ctx, String path) {
        ctx.redirect(path, HttpStatus.SEE_OTHER);
    }

    /** A path of this server, or its first page: nobody is led elsewhere. */
    public static String ownPath(String path) {
        return path != null && path.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") ? path : "/";
    }
}
