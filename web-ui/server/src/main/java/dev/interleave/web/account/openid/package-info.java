/** Signing in by OpenID Connect. */
package dev.interleave.web.account.openid;
