package dev.interleave.web.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What came out of a pair of versions, without the figures it was made of.
 *
 * @param other the number of the version that was compared with the first
 * @param ratio how many times as fast the first one is, from {@code low} to {@code high}; {@code
 *     high} is null where it has no end
 */
record Brief(int other, String claim, double ratio, double low, Double high) {

    /** Of the pairs that were measured, of all that came out, which is JSON; null is nothing. */
    static List<Brief> of(String results) {
        if (results == null) {
            return List.of();
        }
        try {
            return StreamSupport.stream(new JsonMapper().readTree(results).spliterator(), false)
                    .filter(Brief::isMeasured)
                    .map(Brief::of)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Results of a comparison are JSON", e);
        }
    }

    private static boolean isMeasured(JsonNode result) {
        return result.path("type").asText().equals("verdict") && result.get("forks").asInt() > 1;
    }

    private static Brief of(JsonNode verdict) {
        return new Brief(
                verdict.get("other").asInt(),
                verdict.get("claim").asText(),
                verdict.get("ratio").asDouble(),
                verdict.get("low").asDouble(),
                verdict.get("high").isNull() ? null : verdict.get("high").asDouble());
    }
}
