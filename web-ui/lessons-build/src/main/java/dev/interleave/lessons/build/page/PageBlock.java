package dev.interleave.lessons.build.page;

import org.jsoup.nodes.Element;

/** One kind of block: finds all of its kind in a lesson's HTML and gives them their final form. */
interface PageBlock {

    void rewrite(Element body);
}
