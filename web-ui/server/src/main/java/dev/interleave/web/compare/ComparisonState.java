package dev.interleave.web.compare;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.interleave.web.progress.ComparisonRun;
import dev.interleave.web.progress.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a page needs to show a comparison as its learner left it.
 *
 * @param versions drafts by the numbers of the versions, from 1
 * @param prediction the choice that was taken, from 1; 0 before the first measurement
 * @param runs oldest first; the newest with its results
 * @param looking the version that is looked into, from 1; 0 if there is none
 * @param events what the measurement that goes on has told so far
 */
record ComparisonState(
        String id,
        Map<String, Draft> versions,
        int prediction,
        List<RunState> runs,
        int looking,
        List<RawValue> events) {

    /**
     * @param machine that measures now
     */
    static ComparisonState of(
            String id,
            int versions,
            Map<String, Draft> drafts,
            List<ComparisonRun> runs,
            String machine,
            int looking,
            List<String> events) {
        var all = new LinkedHashMap<String, Draft>();
        for (var number = 1; number <= versions; number++) {
            var name = String.valueOf(number);
            all.put(name, drafts.getOrDefault(name, Draft.NONE));
        }
        return new ComparisonState(
                id,
                all,
                runs.isEmpty() ? 0 : runs.getLast().prediction(),
                runs.stream().map(run -> RunState.of(run, machine, run == runs.getLast())).toList(),
                looking,
                events.stream().map(RawValue::new).toList());
    }
}
