package dev.interleave.web.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Reads the JSON object in a request's body as a record.
 *
 * <p>Threading: any thread may call anything.
 */
public final class JsonBodies {

    private final JsonMapper json =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /**
     * The body, which has exactly the fields of the record.
     *
     * @throws BadRequestResponse when it has not; the message names them
     */
    public <T extends Record> T read(Context ctx, Class<T> type) {
        try {
            var body = json.readValue(ctx.body(), type);
            if (body != null) {
                return body;
            }
        } catch (JsonProcessingException _) {
            // What the parser says names our classes; the fields that it wants say as much.
        }
        var fields =
                Arrays.stream(type.getRecordComponents())
                        .map(field -> field.getName() + ": " + field.getType().getSimpleName())
                        .collect(Collectors.joining(", "));
        throw new BadRequestResponse(
                "The body must be a JSON object with exactly these fields: " + fields + ".");
    }
}
