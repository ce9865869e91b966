package dev.interleave.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.CellEvent.Diagnostic;
import dev.interleave.sandbox.result.CellEvent.Done;
import dev.interleave.sandbox.result.CellEvent.Leftovers;
import dev.interleave.sandbox.result.CellEvent.Limit;
import dev.interleave.sandbox.result.CellEvent.Omitted;
import dev.interleave.sandbox.result.CellEvent.Output;
import dev.interleave.sandbox.result.CellEvent.Queued;
import dev.interleave.sandbox.result.CellEvent.Severity;
import dev.interleave.sandbox.result.CellEvent.Shown;
import dev.interleave.sandbox.result.CellEvent.Started;
import dev.interleave.sandbox.result.CellEvent.Status;
import dev.interleave.sandbox.result.CellEvent.Thrown;
import dev.interleave.sandbox.result.CellEvent.Value;
import dev.interleave.sandbox.result.CellEvent.WantsInput;
import dev.interleave.sandbox.result.LiveThread;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The names that the contract of {@code run --json} fixes. */
class CellEventJsonTest {

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_what_the_contract_says(CellEvent event, String json) {
        assertThat(CellEventJson.of(event)).hasToString(json.replace('\'', '"'));
    }

    static Stream<Arguments> events() {
        var thrown = new Thrown("java.lang.Error", null, List.of("Cell:2"), null);
        return Stream.of(
                Arguments.of(new Queued(3), "{'type':'queued','place':3}"),
                Arguments.of(new Started(), "{'type':'started'}"),
                Arguments.of(
                        new Output(false, "hi\n", "main"),
                        "{'type':'stdout','text':'hi\\n','thread':'main'}"),
                Arguments.of(
                        new Output(true, "oh", null),
                        "{'type':'stderr','text':'oh','thread':null}"),
                Arguments.of(
                        new Omitted(true, 7), "{'type':'omitted','stream':'stderr','bytes':7}"),
                Arguments.of(
                        new Shown(CellEvent.Form.MARKUP, "<b>x</b>", "x"),
                        "{'type':'shown','form':'markup','content':'<b>x</b>','text':'x'}"),
                Arguments.of(
                        new Value("$1", "int", "2"),
                        "{'type':'value','name':'$1','javaType':'int','text':'2'}"),
                Arguments.of(
                        new Diagnostic(Severity.ERROR, 1, 5, 1, 9, "no"),
                        "{'type':'diagnostic','severity':'error','line':1,'column':5,'endLine':1,"
                                + "'endColumn':9,'message':'no'}"),
                Arguments.of(
                        new Thrown("java.lang.Exception", "why", List.of(), thrown),
                        "{'type':'exception','class':'java.lang.Exception','message':'why',"
                                + "'stack':[],'cause':{'class':'java.lang.Error','message':null,"
                                + "'stack':['Cell:2']}}"),
                Arguments.of(new WantsInput(), "{'type':'wants-input'}"),
                Arguments.of(
                        new Leftovers(1, List.of(new LiveThread("t", true, "WAITING", null))),
                        "{'type':'leftovers','count':1,'threads':[{'name':'t','virtual':true,"
                                + "'state':'WAITING','at':null}]}"),
                Arguments.of(
                        new Done(Status.COMPILE_ERROR, null, null, 1.5),
                        "{'type':'done','status':'compile-error','limit':null,'message':null,"
                                + "'evalMillis':1.5}"),
                Arguments.of(
                        new Done(Status.LIMIT, Limit.MEMORY, "full", 2),
                        "{'type':'done','status':'limit','limit':'memory','message':'full',"
                                + "'evalMillis':2.0}"));
    }
}
