package dev.interleave.web.account;

import static dev.interleave.web.account.Rule.ADMINS;
import static dev.interleave.web.account.Rule.ANYONE;
import static dev.interleave.web.account.Rule.CLASS;
import static dev.interleave.web.account.Rule.CLASS_INSTRUCTORS;
import static dev.interleave.web.account.Rule.CLASS_STAFF;
import static dev.interleave.web.account.Rule.LEARNER_AND_STAFF;
import static dev.interleave.web.account.Rule.SIGNED_IN;
import static dev.interleave.web.account.Rule.TEACHERS;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The one place that says who may use which route of a server with accounts. A route that is not
 * here is refused; a test walks over all routes with every role.
 */
final class RouteRules {

    private static final Map<String, Rule> RULES = rules();

    private RouteRules() {}

    /**
     * The rule of a route.
     *
     * @param route as {@code METHOD /path/{parameter}}
     */
    static Optional<Rule> of(String route) {
        var own = RULES.get(route);
        if (own == null && isOfLessons(route)) {
            return Optional.of(SIGNED_IN);
        }
        return Optional.ofNullable(own);
    }

    /** What lessons, their cells and their exercises need concerns only who asks. */
    private static boolean isOfLessons(String route) {
        var path = route.substring(route.indexOf(' ') + 1);
        return path.startsWith("/lessons/") || path.startsWith("/api/lessons/");
    }

    private static Map<String, Rule> rules() {
        var rules = new TreeMap<String, Rule>();
        rules.put("GET /health", ANYONE);
        rules.put("GET /openapi.json", ANYONE);
        rules.put("GET /sign-in", ANYONE);
        rules.put("POST /sign-in", ANYONE);
        rules.put("GET /sign-in/openid", ANYONE);
        rules.put("GET /sign-in/openid/back", ANYONE);
        rules.put("GET /welcome/{secret}", ANYONE);
        rules.put("POST /welcome/{secret}", ANYONE);
        rules.put("GET /lti/login", ANYONE);
        rules.put("POST /lti/login", ANYONE);
        rules.put("POST /lti/launch", ANYONE);
        rules.put("GET /lti/enter", ANYONE);
        rules.put("POST /lti/choose", ANYONE);
        rules.put("GET /lti/keys", ANYONE);
        rules.put("GET /", SIGNED_IN);
        rules.put("GET /cards", SIGNED_IN);
        rules.put("GET /cards/anki", SIGNED_IN);
        rules.put("GET /glossary", SIGNED_IN);
        rules.put("GET /notes", SIGNED_IN);
        rules.put("GET /work", SIGNED_IN);
        rules.put("GET /api/glossary", SIGNED_IN);
        rules.put("GET /api/search", SIGNED_IN);
        rules.put("GET /api/learners/{learner}/lessons/{id}/cells/{cell}/trace", LEARNER_AND_STAFF);
        rules.put("POST /sign-out", SIGNED_IN);
        rules.put("GET /account", SIGNED_IN);
        rules.put("POST /account/password", SIGNED_IN);
        rules.put("POST /account/openid", SIGNED_IN);
        rules.put("POST /account/openid/unlink", SIGNED_IN);
        rules.put("POST /account/sign-out-everywhere", SIGNED_IN);
        rules.put("GET /accounts", ADMINS);
        rules.put("POST /accounts", ADMINS);
        rules.put("POST /accounts/{account}/role", ADMINS);
        rules.put("POST /accounts/{account}/link", ADMINS);
        rules.put("POST /accounts/{account}/blocked", ADMINS);
        rules.put("GET /account/data.json", SIGNED_IN);
        rules.put("GET /accounts/{account}/data", ADMINS);
        rules.put("GET /accounts/{account}/data.json", ADMINS);
        rules.put("POST /accounts/{account}/delete", ADMINS);
        rules.put("GET /platforms", ADMINS);
        rules.put("POST /platforms", ADMINS);
        rules.put("POST /platforms/{platform}/remove", ADMINS);
        rules.put("GET /audit", ADMINS);
        rules.put("GET /classes", SIGNED_IN);
        rules.put("POST /classes", TEACHERS);
        rules.put("POST /classes/join", SIGNED_IN);
        rules.put("GET /join/{code}", SIGNED_IN);
        rules.put("GET /classes/{class}", CLASS);
        rules.put("GET /classes/{class}/exercises/{exercise}", CLASS);
        rules.put("POST /classes/{class}/exercises/{exercise}", CLASS);
        rules.put("GET /classes/{class}/members", CLASS_STAFF);
        rules.put("GET /classes/{class}/report", CLASS);
        rules.put("GET /classes/{class}/members/{account}/report", CLASS_STAFF);
        rules.put("GET /classes/{class}/grades", CLASS_STAFF);
        rules.put("GET /classes/{class}/grades.csv", CLASS_STAFF);
        rules.put("GET /classes/{class}/grades.xlsx", CLASS_STAFF);
        rules.put("GET /classes/{class}/grades-history.csv", CLASS_STAFF);
        rules.put("GET /classes/{class}/radar", CLASS_STAFF);
        rules.put("POST /classes/{class}/radar/hint", CLASS_STAFF);
        rules.put("GET /classes/{class}/grades/{exercise}/{learner}", CLASS_STAFF);
        rules.put("POST /classes/{class}/grades/{exercise}/{learner}", CLASS_STAFF);
        rules.put("POST /classes/{class}/grades/{exercise}/{learner}/comment", CLASS_STAFF);
        var exercise = "/classes/{class}/exercises/{exercise}";
        rules.put("GET " + exercise + "/grading", CLASS_STAFF);
        rules.put("GET " + exercise + "/grading/{learner}", CLASS_STAFF);
        rules.put("POST " + exercise + "/grading/{learner}", CLASS_STAFF);
        rules.put("POST " + exercise + "/grading/{learner}/comment", CLASS_STAFF);
        rules.put("GET " + exercise + "/points", CLASS_STAFF);
        rules.put("POST " + exercise + "/points", CLASS_STAFF);
        rules.put("POST " + exercise + "/points/import", CLASS_STAFF);
        rules.put("GET " + exercise + "/rubric", CLASS_INSTRUCTORS);
        rules.put("POST " + exercise + "/rubric", CLASS_INSTRUCTORS);
        rules.put("GET /classes/{class}/exercises/{exercise}/regrade", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/exercises/{exercise}/regrade", CLASS_INSTRUCTORS);
        rules.put(
                "POST /classes/{class}/exercises/{exercise}/regrade/{regrading}",
                CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/exercises/{exercise}/ungraded", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/exercises/{exercise}/release", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/settings", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/archived", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/assignments", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/lessons", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/lessons/{lesson}/remove", CLASS_INSTRUCTORS);
        rules.put("GET /classes/{class}/roster", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/roster", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/roster/import", CLASS_INSTRUCTORS);
        rules.put("GET /classes/{class}/platform", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/platform/roster", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/platform/roster/apply", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/platform/points", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/members/{account}/role", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/members/{account}/link", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/members/{account}/remove", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/links", CLASS_INSTRUCTORS);
        rules.put("POST /classes/{class}/members/{account}/extension", CLASS_INSTRUCTORS);
        return Map.copyOf(rules);
    }
}
