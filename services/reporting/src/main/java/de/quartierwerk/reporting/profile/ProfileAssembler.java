package de.quartierwerk.reporting.profile;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.Period;
import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.classification.SchemeVersion;
import de.quartierwerk.reporting.classification.SpaceResult;
import de.quartierwerk.reporting.funding.Grant;
import de.quartierwerk.reporting.indicator.Indicator;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.space.Level;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.stakeholder.Offer;
import de.quartierwerk.reporting.text.Mark;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the profile of a space together; a pure function of what the read model holds. */
final class ProfileAssembler {
    /** Sorts indicators without a theme behind all themes. */
    private static final String LAST = "\uffff";

    private ProfileAssembler() {}

    static ProfileResponse assemble(ProfileData data) {
        Space space = data.place().space();
        return new ProfileResponse(
                space.key(),
                space.name(),
                space.level(),
                Level.nameOf(space.level(), data.place().levels()),
                within(data.place()),
                space.areaSquareMetres(),
                space.validFrom(),
                space.validTo(),
                data.period().text(),
                data.notices(),
                data.results().stream()
                        .map(found -> result(found.run(), found.result()))
                        .toList(),
                figures(data),
                data.offers().stream().map(ProfileAssembler::offer).toList(),
                data.grants().stream().map(ProfileAssembler::grant).toList());
    }

    private static List<ProfileResponse.Place> within(ProfileData.Place place) {
        return place.space().path().stream()
                .filter(key -> !key.equals(place.space().key()))
                .flatMap(key -> Stream.ofNullable(place.larger().get(key)))
                .map(larger -> new ProfileResponse.Place(
                        larger.key(), larger.name(), Level.nameOf(larger.level(), place.levels())))
                .toList();
    }

    private static ProfileResponse.Result result(Run run, SpaceResult result) {
        Map<String, String> titles = run.needs().stream()
                .collect(Collectors.toMap(
                        ClassificationPublished.Need::code, ClassificationPublished.Need::title, (one, other) -> one));
        return new ProfileResponse.Result(
                run.id(),
                SchemeVersion.of(run),
                run.publication().at(),
                result.excluded(),
                run.indices().stream()
                        .flatMap(index -> Stream.ofNullable(result.indices().get(index.code()))
                                .map(found -> index(index, found)))
                        .toList(),
                result.group(),
                result.needs().stream()
                        .map(need -> new ProfileResponse.Need(
                                need.code(),
                                titles.getOrDefault(need.code(), need.code()),
                                need.origin(),
                                need.reason()))
                        .toList());
    }

    private static ProfileResponse.Index index(
            ClassificationPublished.Index index, ClassificationPublished.IndexResult result) {
        return new ProfileResponse.Index(
                index.code(), index.title(), result.value(), result.classCode(), result.label());
    }

    private static List<ProfileResponse.Figure> figures(ProfileData data) {
        ProfileData.Figures figures = data.figures();
        List<ProfileResponse.Place> larger = within(data.place());
        Map<String, BigDecimal> medians = figures.around().medians();
        return figures.indicators().values().stream()
                .sorted(Comparator.comparing((Indicator indicator) -> Objects.requireNonNullElse(
                                indicator.definition().theme(), LAST))
                        .thenComparing(Indicator::code))
                .map(indicator -> figure(indicator, figures, data.period(), larger, medians))
                .filter(figure -> !figure.history().isEmpty())
                .toList();
    }

    /** An indicator with its values up to the end of the period. */
    private static ProfileResponse.Figure figure(
            Indicator indicator,
            ProfileData.Figures figures,
            Period period,
            List<ProfileResponse.Place> larger,
            Map<String, BigDecimal> medians) {
        String code = indicator.code();
        Indicator.Definition definition = indicator.definition();
        PublicValue current = figures.current().get(code);
        return new ProfileResponse.Figure(
                code,
                definition.name(),
                definition.unit(),
                definition.kind(),
                definition.polarity(),
                definition.theme(),
                definition.source(),
                definition.licence(),
                current == null ? null : value(current, definition),
                medians.get(code),
                rank(figures.around().rank(indicator, current)),
                larger.stream()
                        .map(place -> new ProfileResponse.LargerValue(
                                place.key(), place.name(), figures.around().of(place.key(), indicator)))
                        .toList(),
                figures.history().getOrDefault(code, List.of()).stream()
                        .filter(value -> !value.periodEnd().isAfter(period.last()))
                        .map(value -> value(value, definition))
                        .toList());
    }

    private static ProfileResponse.@Nullable Rank rank(Surroundings.@Nullable Rank rank) {
        return rank == null ? null : new ProfileResponse.Rank(rank.rank(), rank.of());
    }

    /** A value; where a mark stands for it, the profile does not hold the number. */
    private static ProfileResponse.Value value(PublicValue value, Indicator.Definition definition) {
        Mark mark = Mark.of(value.value(), value.status(), definition.kind());
        boolean shown = Mark.showsNumber(mark);
        return new ProfileResponse.Value(
                value.period(),
                shown ? value.value() : null,
                shown ? value.numerator() : null,
                shown ? value.denominator() : null,
                value.status(),
                mark,
                value.release());
    }

    private static ProfileResponse.Offer offer(Offer offer) {
        return new ProfileResponse.Offer(
                offer.key(),
                offer.name(),
                offer.stakeholder(),
                offer.description(),
                offer.targetGroup(),
                offer.needs());
    }

    private static ProfileResponse.Grant grant(Grant grant) {
        return new ProfileResponse.Grant(
                grant.application(),
                grant.applicant(),
                grant.purpose(),
                grant.money().amount().toPlainString(),
                grant.money().paid().toPlainString(),
                grant.money().currency(),
                grant.decision().body(),
                grant.decision().day());
    }
}
