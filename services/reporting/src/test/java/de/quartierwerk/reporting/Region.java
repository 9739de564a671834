package de.quartierwerk.reporting;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.GrantDecided;
import de.quartierwerk.events.IndicatorDefined;
import de.quartierwerk.events.LevelDefined;
import de.quartierwerk.events.Money;
import de.quartierwerk.events.NeedAdded;
import de.quartierwerk.events.OfferChanged;
import de.quartierwerk.events.Period;
import de.quartierwerk.events.PublicValues;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.events.SpacesImported;
import de.quartierwerk.events.StakeholderChanged;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A small made-up region that a test sends through the real broker as the other services would: a district with two
 * municipalities of two spaces each. Every region has keys of its own, below a district of the local users' areas or
 * beside them.
 */
public final class Region {
    public static final LocalDate FROM = LocalDate.of(2012, 1, 1);
    public static final String NOTICE = "Erfundene Region";

    public final String district;
    public final String scheme;
    public final UUID release = UUID.randomUUID();
    public final UUID run = UUID.randomUUID();

    /** A region below a district. */
    public Region(String district) {
        this.district = district;
        this.scheme = "fields-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A region that no other test knows. */
    public static Region fresh() {
        return new Region("r" + UUID.randomUUID().toString().substring(0, 8));
    }

    public String municipality(int number) {
        return district + "00" + number;
    }

    public String space(int municipality, int number) {
        return municipality(municipality) + "-0" + number;
    }

    /** Levels and all spaces, the spaces as an import. */
    public Region spaces() {
        level("district", "Kreis", 10);
        level("municipality", "Gemeinde", 20);
        level("social-space", "Sozialraum", 30);
        List<SocialSpace> all = new ArrayList<>();
        all.add(space(district, "Musterkreis " + district, "district", List.of(district), 0, 0, 4, 1));
        for (int m = 1; m <= 2; m++) {
            List<String> path = List.of(district, municipality(m));
            all.add(space(municipality(m), "Gemeinde " + m, "municipality", path, (m - 1) * 2, 0, 2, 1));
            for (int s = 1; s <= 2; s++) {
                String key = space(m, s);
                List<String> inner = List.of(district, municipality(m), key);
                all.add(space(key, "Raum " + m + "." + s, "social-space", inner, (m - 1) * 2 + s - 1, 0, 1, 1));
            }
        }
        UUID importId = UUID.randomUUID();
        TestEvents.send(
                Topics.SOCIAL_SPACE,
                district,
                EventTypes.SPACES_IMPORTED,
                importId.toString(),
                1,
                new SpacesImported(importId, 0, 1, all));
        return this;
    }

    public static void level(String code, String name, int rank) {
        TestEvents.send(
                Topics.SOCIAL_SPACE, code, EventTypes.LEVEL_DEFINED, code, 1, new LevelDefined(code, name, rank, 1));
    }

    public SocialSpace space(
            String key, String name, String level, List<String> path, int x, int y, int width, int version) {
        double west = 6 + 0.02 * x;
        double south = 50.7 + 0.02 * y;
        double east = west + 0.02 * width;
        double north = south + 0.02;
        return new SocialSpace(
                key,
                name,
                level,
                path.size() < 2 ? null : path.get(path.size() - 2),
                path,
                FROM,
                null,
                new BigDecimal("3150000.5"),
                Map.of(
                        "type",
                        "Polygon",
                        "coordinates",
                        List.of(List.of(
                                List.of(west, south),
                                List.of(east, south),
                                List.of(east, north),
                                List.of(west, north),
                                List.of(west, south)))),
                Map.of("notice", NOTICE),
                version);
    }

    /** Ends a space of level social-space the day before, and gives its key to another one. */
    public Region givenAnew(String key, LocalDate day) {
        List<String> path = List.of(district, key.substring(0, key.length() - 3), key);
        SocialSpace now = space(key, "Neuer Raum", "social-space", path, 0, 0, 1, 2);
        String name = "Raum " + key.charAt(key.length() - 4) + "." + key.charAt(key.length() - 1);
        span(now, name, FROM, day.minusDays(1));
        span(now, now.name(), day, null);
        return this;
    }

    private static void span(SocialSpace space, String name, LocalDate from, @Nullable LocalDate to) {
        TestEvents.send(
                Topics.SOCIAL_SPACE,
                space.key(),
                EventTypes.SPACE_CHANGED,
                space.key(),
                space.version(),
                new SocialSpace(
                        space.key(),
                        name,
                        space.level(),
                        space.parent(),
                        space.path(),
                        from,
                        to,
                        space.areaSquareMetres(),
                        space.boundary(),
                        space.attributes(),
                        space.version()));
    }

    /** An indicator definition. */
    public Region indicator(String code, String name, String kind, String unit, String theme) {
        TestEvents.send(
                Topics.INDICATOR,
                code,
                EventTypes.INDICATOR_DEFINED,
                code,
                1,
                new IndicatorDefined(
                        code,
                        1,
                        name,
                        null,
                        unit,
                        kind,
                        "burden",
                        theme,
                        null,
                        null,
                        null,
                        3,
                        "--12-31",
                        "Statistikstelle",
                        "CC0-1.0",
                        "P1Y",
                        null));
        return this;
    }

    /** One part of a release of this region's values. */
    public PublicValues values(
            UUID release, Instant recordedAt, String indicator, String period, int batch, int of, Object... cells) {
        List<String> spaces = new ArrayList<>();
        List<BigDecimal> values = new ArrayList<>();
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < cells.length; i += 3) {
            spaces.add((String) cells[i]);
            values.add(cells[i + 1] == null ? null : new BigDecimal((String) cells[i + 1]));
            statuses.add((String) cells[i + 2]);
        }
        List<BigDecimal> none = spaces.stream().map(space -> (BigDecimal) null).toList();
        return new PublicValues(
                release,
                recordedAt,
                indicator,
                period,
                LocalDate.of(Integer.parseInt(period), 12, 31),
                batch,
                of,
                spaces,
                values,
                none,
                none,
                statuses);
    }

    public static void send(PublicValues part) {
        TestEvents.send(
                Topics.VALUE_PUBLIC,
                part.indicator(),
                EventTypes.PUBLIC_VALUES_RELEASED,
                part.release().toString(),
                1,
                part);
    }

    /** Result of a space with one index and some needs. */
    public static ClassificationPublished.Result result(String space, String code, String label, String... needs) {
        Map<String, ClassificationPublished.IndexResult> indices = new LinkedHashMap<>();
        indices.put("burden", new ClassificationPublished.IndexResult(new BigDecimal("0.512345"), code, label));
        return new ClassificationPublished.Result(
                space,
                null,
                indices,
                null,
                List.of(needs).stream()
                        .map(need -> new ClassificationPublished.SpaceNeed(need, "rule", null))
                        .toList());
    }

    /** Space 1.1 has both needs, 2.1 the first, the others none. */
    public List<ClassificationPublished.Result> results() {
        return List.of(
                result(space(1, 1), "2", "hoch", "HF1", "HF2"),
                result(space(1, 2), "1", "niedrig"),
                result(space(2, 1), "2", "hoch", "HF1"),
                result(space(2, 2), "1", "niedrig"));
    }

    /** One part of the region's run. */
    public ClassificationPublished part(
            UUID run, Instant publishedAt, int batch, int of, List<ClassificationPublished.Result> results) {
        return part(run, district, publishedAt, batch, of, results);
    }

    /** One part of a run for an area, or for the whole installation. */
    public ClassificationPublished part(
            UUID run,
            String area,
            Instant publishedAt,
            int batch,
            int of,
            List<ClassificationPublished.Result> results) {
        return new ClassificationPublished(
                run,
                scheme,
                1,
                "Handlungsfelder",
                "social-space",
                "2023",
                area,
                LocalDate.of(2023, 12, 31),
                publishedAt,
                "Mit den Kommunen beraten",
                List.of("Kommunen", "AG der Träger"),
                "exact",
                List.of(new ClassificationPublished.Index(
                        "burden",
                        "Belastung",
                        List.of("1", "2"),
                        List.of("niedrig", "hoch"),
                        List.of(BigDecimal.ZERO))),
                List.of(
                        new ClassificationPublished.Need("HF1", "Benachteiligte Sozialräume", null, 2, 2),
                        new ClassificationPublished.Need("HF2", "Armut von Kindern", "Familien", 1, 1)),
                4,
                2,
                List.of(release),
                batch,
                of,
                results);
    }

    /** The whole run of another period, of which the spaces are those of its last day. */
    public ClassificationPublished edition(UUID run, String period, List<ClassificationPublished.Result> results) {
        return edition(run, period, Period.parse(period).orElseThrow().last(), results);
    }

    /** The whole run of another period over the spaces of a day. */
    public ClassificationPublished edition(
            UUID run, String period, LocalDate asOf, List<ClassificationPublished.Result> results) {
        ClassificationPublished part = part(run, Instant.parse("2025-04-02T08:00:00Z"), 0, 1, results);
        return new ClassificationPublished(
                run,
                part.scheme(),
                part.schemeVersion(),
                part.schemeTitle(),
                part.level(),
                period,
                part.area(),
                asOf,
                part.publishedAt(),
                part.note(),
                part.consulted(),
                part.basis(),
                part.indices(),
                part.needs(),
                part.spaces(),
                part.spacesInNeed(),
                part.releases(),
                part.batch(),
                part.of(),
                part.results());
    }

    public void send(ClassificationPublished part) {
        TestEvents.send(
                Topics.CLASSIFICATION,
                part.scheme(),
                EventTypes.CLASSIFICATION_PUBLISHED,
                part.run().toString(),
                1,
                part);
    }

    /** The whole run in one part. */
    public Region run() {
        send(part(run, Instant.parse("2024-04-02T08:00:00Z"), 0, 1, results()));
        return this;
    }

    /** A need that people stated. */
    public Region stated(String space, String need, String reason) {
        TestEvents.send(
                Topics.CLASSIFICATION,
                scheme,
                EventTypes.NEED_ADDED,
                run.toString(),
                1,
                new NeedAdded(run, scheme, "2023", space, need, reason, Instant.now()));
        return this;
    }

    /** An actor with an offer in space 1.1. */
    public Region offer(boolean published) {
        String key = "verband-" + district;
        TestEvents.send(
                Topics.STAKEHOLDER,
                key,
                EventTypes.STAKEHOLDER_CHANGED,
                key,
                1,
                new StakeholderChanged(key, "Verband " + district, "welfare-association", true, 1));
        TestEvents.send(
                Topics.STAKEHOLDER,
                key,
                EventTypes.OFFER_CHANGED,
                "treff-" + district,
                1,
                new OfferChanged(
                        "treff-" + district,
                        key,
                        "Familientreff",
                        "Offener Treff",
                        "Familien",
                        List.of(space(1, 1)),
                        List.of("HF2"),
                        published,
                        1));
        return this;
    }

    /** A decided application for space 1.1. */
    public Region decision(String result) {
        UUID application = UUID.randomUUID();
        TestEvents.send(
                Topics.FUNDING,
                application.toString(),
                EventTypes.GRANT_DECIDED,
                application.toString(),
                1,
                new GrantDecided(
                        application,
                        "quartiersarbeit",
                        "verband-a",
                        "Verband A",
                        "Quartiersarbeit",
                        List.of(space(1, 1)),
                        List.of("HF1"),
                        result,
                        new Money(result.equals("granted") ? "48000.00" : "0.00", "EUR"),
                        "committee",
                        "Städteregionsausschuss",
                        LocalDate.of(2024, 6, 17),
                        "2024/0123",
                        5));
        return this;
    }

    /** Everything that a report shows. */
    public Region everything() {
        spaces();
        indicator("unemployed-" + district, "Arbeitslose", "ratio", "percent", "employment");
        send(values(
                release,
                Instant.parse("2024-03-01T10:15:30Z"),
                "unemployed-" + district,
                "2023",
                0,
                1,
                space(1, 1),
                "12.5",
                "normal",
                space(1, 2),
                null,
                "suppressed",
                space(2, 1),
                "0",
                "normal",
                space(2, 2),
                "7.25",
                "unreliable"));
        return run().offer(true).decision("granted");
    }
}
