package dev.interleave.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** A tab that shows a lesson. */
record LessonTab(Page page) {

    /** A cell by its id, in view and with its editor. */
    CellOnPage cell(String id) {
        var figure = page.locator("figure.cell[data-cell='%s']".formatted(id));
        figure.scrollIntoViewIfNeeded();
        figure.locator(".cm-content").waitFor();
        return new CellOnPage(figure);
    }

    Locator session() {
        return page.locator("[data-session]");
    }

    Locator notices() {
        return page.locator(".notice");
    }

    /** One cell as a person sees it. */
    record CellOnPage(Locator figure) {

        Locator code() {
            return figure.locator(".cm-content");
        }

        Locator state() {
            return figure.locator(".cell-state");
        }

        /** Why what is shown is out of date; empty where it is not. */
        Locator stale() {
            return figure.locator(".cell-stale");
        }

        /** Two versions of the cell, of which one must be chosen. */
        Locator conflict() {
            return figure.locator(".conflict");
        }

        Locator output() {
            return figure.locator(".output-log");
        }

        /** A button that can be seen, by its words. */
        Locator button(String words) {
            var exact = Pattern.compile("^\\s*" + words + "\\s*$");
            return figure.locator("button:visible")
                    .filter(new Locator.FilterOptions().setHasText(exact));
        }

        /** Puts another text in the place of the code, by keyboard. */
        void write(String text) {
            code().focus();
            figure.page().keyboard().press("ControlOrMeta+a");
            figure.page().keyboard().insertText(text);
        }

        void press(String key) {
            code().focus();
            figure.page().keyboard().press(key);
        }
    }
}
