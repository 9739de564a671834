package de.quartierwerk.classification.result;

import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.classification.indicator.Indicators;
import de.quartierwerk.classification.method.NeedOutcome;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.classification.run.compute.RunOutcomes;
import de.quartierwerk.classification.run.compute.Withholding;
import de.quartierwerk.classification.space.Spaces;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Explains results from what the run worked on. */
@ApplicationScoped
class Explanations {
    private final Results results;
    private final Runs runs;
    private final RunOutcomes outcomes;
    private final Withholding withholding;
    private final Indicators indicators;
    private final Spaces spaces;
    private final Messages messages;
    private final CallerLanguage language;

    Explanations(
            Results results,
            Runs runs,
            RunOutcomes outcomes,
            Withholding withholding,
            Indicators indicators,
            Spaces spaces,
            Messages messages,
            CallerLanguage language) {
        this.results = results;
        this.runs = runs;
        this.outcomes = outcomes;
        this.withholding = withholding;
        this.indicators = indicators;
        this.spaces = spaces;
        this.messages = messages;
        this.language = language;
    }

    /** Explains the result of a space that the caller may see. */
    Explanation explain(Run run, String space) {
        ResultRow row = results.find(run, space)
                .filter(found -> runs.sees(run, found.path()))
                .orElseThrow(() -> new NotFound("result.unknown", space));
        if (withholding.of(run.id(), space) && !runs.seesExact(row.path())) {
            throw new Forbidden("result.withheld", space);
        }
        Outcome outcome = outcomes.of(run);
        Words words = words(run, outcome, row);
        int at = Collections.binarySearch(outcome.territory().keys(), space);
        return explain(run, row, outcome, at, scope(run, outcome.scheme(), row), words);
    }

    private Explanation explain(Run run, ResultRow row, Outcome outcome, int at, ExactScope scope, Words words) {
        Sentences sentences = new Sentences(words);
        List<Explanation.Noise> noise = noise(words);
        IndexParts indices = new IndexParts(outcome, at, scope);
        ConditionParts conditions = new ConditionParts(outcome, at, scope);
        List<Explanation.NeedPart> needs = new ArrayList<>();
        for (NeedOutcome need : outcome.needs()) {
            ConditionExplanation rule = conditions.rule(need.when());
            boolean held = need.when().held(at);
            String title = need.need().title();
            needs.add(new Explanation.NeedPart(need.need().code(), title, held, rule, sentences.of(title, held, rule)));
        }
        boolean withheld = outcome.indices().stream().anyMatch(indices::hides)
                || needs.stream().anyMatch(need -> need.when().restsOnWithheld());
        String excluded = excluded(row, language.locale());
        return new Explanation(
                run.id(),
                row.space(),
                excluded,
                withheld,
                outcome.indices().stream()
                        .map(index -> indices.of(index, sentences))
                        .toList(),
                row.group(),
                needs,
                row.stated().stream()
                        .map(stated -> new ResultResponse.StatedNeedMark(
                                stated.need(), NeedOrigin.of(stated.origin()).orElseThrow(), stated.reason()))
                        .toList(),
                noise,
                sentences.overview(row.space(), excluded, withheld, noise));
    }

    private static List<Explanation.Noise> noise(Words words) {
        List<Explanation.Noise> noise = new ArrayList<>();
        for (Indicator indicator : new TreeMap<>(words.indicators()).values()) {
            if (indicator.noise() != null) {
                noise.add(new Explanation.Noise(
                        indicator.code(),
                        indicator.noise().method(),
                        indicator.noise().deviation()));
            }
        }
        return noise;
    }

    /** Numbers that rest on spaces of an area are exact for those who see the exact values of the whole area. */
    private ExactScope scope(Run run, Scheme scheme, ResultRow row) {
        return new ExactScope(
                runs.seesExact(run.areaPath(), scheme),
                runs.seesExact(row.path()),
                area -> runs.seesExact(row.path().subList(0, row.path().indexOf(area) + 1)));
    }

    private Words words(Run run, Outcome outcome, ResultRow row) {
        Map<String, Indicator> known =
                indicators.find(outcome.scheme().indicators().keySet());
        return new Words(messages, language.locale(), known, spaces.names(row.path(), run.asOf()));
    }

    private @Nullable String excluded(ResultRow row, Locale locale) {
        if (row.exclusion() == null) {
            return null;
        }
        return row.reason() == null ? messages.text(locale, "exclusion." + row.exclusion()) : row.reason();
    }
}
