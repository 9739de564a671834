package de.quartierwerk.reporting.classification;

import de.quartierwerk.events.Period;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.reporting.freshness.Freshness;
import de.quartierwerk.reporting.space.Notices;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.space.Spaces;
import de.quartierwerk.reporting.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The overview of the fields of action. */
@ApplicationScoped
class NeedsService {
    private final Freshness freshness;
    private final Spaces spaces;
    private final PublishedRuns runs;
    private final Notices notices;
    private final CallerLanguage language;

    NeedsService(Freshness freshness, Spaces spaces, PublishedRuns runs, Notices notices, CallerLanguage language) {
        this.freshness = freshness;
        this.spaces = spaces;
        this.runs = runs;
        this.notices = notices;
        this.language = language;
    }

    /**
     * The fields of action of an area: of the published runs that cover it and whose scheme has fields of action, the
     * one of the latest period and, within that, the one published last.
     *
     * @param area space key, or null for the whole installation
     * @param period null for the latest
     * @param scheme null for any
     */
    NeedsOverview overview(String area, Period period, String scheme) {
        Freshness.State state = freshness.catchUp(Topics.SOCIAL_SPACE, Topics.CLASSIFICATION);
        LocalDate day = period == null ? LocalDate.now(ZoneId.of("Europe/Berlin")) : period.last();
        Optional<Space> space = Optional.ofNullable(area).flatMap(key -> spaces.find(key, day));
        if (area != null && space.isEmpty()) {
            throw state.missing(() -> new NotFound("space.unknown", area));
        }
        List<String> path = space.map(Space::path).orElse(List.of());
        Run run = runs.covering(path, period, scheme).stream()
                .filter(candidate -> !candidate.needs().isEmpty())
                .max(Comparator.comparing(Run::periodEnd).thenComparing(Run::publishedAt))
                .orElseThrow(() -> state.missing(() -> new NotFound("needs.none-published")));
        NeedCounts counts = runs.counts(run.id(), area);
        return new NeedsOverview(
                space.map(found -> new NeedsOverview.AreaName(found.key(), found.name()))
                        .orElse(null),
                run.period(),
                run.scheme(),
                run.schemeVersion(),
                run.schemeTitle(),
                run.id(),
                run.level(),
                run.publishedAt(),
                run.note(),
                run.basis(),
                counts.spaces(),
                counts.spacesInNeed(),
                counts.municipalitiesInNeed(),
                counts.excluded(),
                run.needs().stream()
                        .map(need -> new NeedsOverview.FieldOfAction(
                                need.code(),
                                need.title(),
                                need.targetGroup(),
                                counts.of(need.code()).spaces(),
                                counts.of(need.code()).municipalities()))
                        .toList(),
                notices.within(area, run.asOf(), Words.in(language.locale().getLanguage())));
    }
}
