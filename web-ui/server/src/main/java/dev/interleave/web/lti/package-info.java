/** Learning platforms, such as Moodle and Canvas, by LTI 1.3. */
package dev.interleave.web.lti;
