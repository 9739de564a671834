package de.quartierwerk.reporting.classification;

import de.quartierwerk.events.Period;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.reporting.freshness.Freshness;
import de.quartierwerk.reporting.space.Notices;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.space.Spaces;
import de.quartierwerk.reporting.text.Language;
import de.quartierwerk.reporting.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The overview of the fields of action. */
@ApplicationScoped
class NeedsService {
    private final Freshness freshness;
    private final Spaces spaces;
    private final PublishedRuns runs;
    private final Notices notices;
    private final CallerLanguage language;
    private final Clock clock;

    NeedsService(
            Freshness freshness,
            Spaces spaces,
            PublishedRuns runs,
            Notices notices,
            CallerLanguage language,
            Clock clock) {
        this.freshness = freshness;
        this.spaces = spaces;
        this.runs = runs;
        this.notices = notices;
        this.language = language;
        this.clock = clock;
    }

    /**
     * The fields of action of an area: from the run of the latest period and, within that, the one published last, of
     * all published runs that cover the area and whose scheme has fields of action.
     *
     * @param area space key, null for the whole installation
     * @param period null for the latest
     * @param scheme null for any
     */
    NeedsResponse overview(@Nullable String area, @Nullable Period period, @Nullable String scheme) {
        Freshness.State state = freshness.catchUp(Topics.SOCIAL_SPACE, Topics.CLASSIFICATION);
        LocalDate day = period == null ? LocalDate.now(clock) : period.last();
        Space space = area == null
                ? null
                : spaces.find(area, day).orElseThrow(() -> state.missing(() -> new NotFound("space.unknown", area)));
        if (scheme != null && !runs.isKnownScheme(scheme)) {
            throw state.missing(() -> new NotFound("scheme.unknown", scheme));
        }
        Run run = runs.covering(space == null ? List.of() : space.path(), period, scheme).stream()
                .filter(candidate -> !candidate.needs().isEmpty())
                .max(Comparator.comparing((Run candidate) -> candidate.period().last())
                        .thenComparing(candidate -> candidate.publication().at()))
                .orElseThrow(() -> state.missing(() -> new NotFound("needs.none-published")));
        NeedCounts counts =
                Objects.requireNonNull(runs.counts(List.of(run), area).get(run.id()));
        return response(run, space, counts);
    }

    private NeedsResponse response(Run run, @Nullable Space space, NeedCounts counts) {
        Words words = Words.in(Language.of(language.locale()), clock.getZone());
        return new NeedsResponse(
                space == null ? null : new NeedsResponse.AreaName(space.key(), space.name()),
                run.period().text(),
                SchemeVersion.of(run),
                run.id(),
                run.level(),
                run.publication().at(),
                run.publication().note(),
                run.publication().basis(),
                counts.counts(),
                run.needs().stream()
                        .map(need -> new NeedsResponse.FieldOfAction(
                                need.code(),
                                need.title(),
                                need.targetGroup(),
                                counts.of(need.code()).spaces(),
                                counts.of(need.code()).municipalities()))
                        .toList(),
                notices.within(space == null ? null : space.key(), run.asOf(), words));
    }
}
