package de.quartierwerk.classification.scheme.description;

import de.quartierwerk.classification.indicator.Indicators;
import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.method.Universe;
import de.quartierwerk.classification.scheme.SchemeVersion;
import de.quartierwerk.classification.scheme.Schemes;
import de.quartierwerk.classification.scheme.description.Description.Point;
import de.quartierwerk.kit.problem.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Describes versions of schemes in words, made from nothing but the document and the catalogue's names. */
@ApplicationScoped
class Descriptions {
    private static final List<String> NOTES =
            List.of("note.universe", "note.constant", "note.missing", "note.rounding", "note.suppressed");

    private final Schemes schemes;
    private final Indicators indicators;
    private final Messages messages;

    Descriptions(Schemes schemes, Indicators indicators, Messages messages) {
        this.schemes = schemes;
        this.indicators = indicators;
        this.messages = messages;
    }

    @Transactional
    Description describe(String code, int number, Locale locale) {
        SchemeVersion version = schemes.version(code, number);
        Scheme scheme = Schemes.read(version);
        Words words =
                new Words(messages, locale, indicators.find(scheme.indicators().keySet()));
        Map<String, Index> indices = new LinkedHashMap<>();
        scheme.indices().forEach(index -> indices.put(index.code(), index));
        List<Description.Section> sections = new ArrayList<>();
        sections.add(purpose(scheme, words));
        IndexWords indexWords = new IndexWords(words, indices);
        scheme.indices().forEach(index -> sections.add(indexWords.section(index)));
        if (!scheme.groups().isEmpty()) {
            sections.add(groups(scheme, indices, words));
        }
        NeedWords needWords = new NeedWords(words, indices);
        scheme.needs().forEach(need -> sections.add(needWords.section(need)));
        List<Point> notes = NOTES.stream().map(key -> Point.of(words.text(key))).toList();
        sections.add(new Description.Section(words.text("notes"), notes));
        return new Description(code, number, words.language(), scheme.title(), sections);
    }

    private static Description.Section purpose(Scheme scheme, Words words) {
        List<Point> points = new ArrayList<>();
        if (scheme.description() != null) {
            points.add(Point.of(scheme.description()));
        }
        points.add(Point.of(words.text("level", words.text("name", scheme.level()))));
        Universe universe = scheme.universe();
        if (universe.minimumIndicator() != null) {
            points.add(Point.of(words.text(
                    "minimum", words.indicator(universe.minimumIndicator()), words.number(universe.minimum()))));
        }
        universe.where()
                .forEach(where -> points.add(Point.of(words.text("where", where.attribute(), where.equalTo()))));
        points.add(Point.of(words.text(scheme.automatic() ? "automatic" : "on-demand")));
        if (scheme.source() != null) {
            points.add(Point.of(words.text("source", scheme.source())));
        }
        return new Description.Section(words.text("purpose"), points);
    }

    private static Description.Section groups(Scheme scheme, Map<String, Index> indices, Words words) {
        Index first = Objects.requireNonNull(indices.get(scheme.groups().get(0)));
        Index second = Objects.requireNonNull(indices.get(scheme.groups().get(1)));
        ClassRule firstClasses = Objects.requireNonNull(first.classes());
        ClassRule secondClasses = Objects.requireNonNull(second.classes());
        int count = firstClasses.count() * secondClasses.count();
        String example = firstClasses.codes().get(0) + secondClasses.codes().get(0);
        String text = words.text(
                "groups-of",
                words.named(first.title(), first.code()),
                words.named(second.title(), second.code()),
                Integer.toString(count),
                example);
        return new Description.Section(words.text("groups"), List.of(Point.of(text)));
    }
}
