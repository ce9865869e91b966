/** Who somebody is and what they may do: accounts, signing in, and the rule of each route. */
package dev.interleave.web.account;
