package de.quartierwerk.ingestion.intake.validation.reading;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of area a name speaks of (Gebietsart): {@code Kreis Düren} is a district, {@code Düren, Stadt} a
 * municipality. Pure functions.
 */
final class SpaceKinds {
    private SpaceKinds() {}

    /** Kinds that official names tell. */
    enum Kind {
        STATE,
        REGION,
        DISTRICT,
        ASSOCIATION,
        MUNICIPALITY,
        BOROUGH,
        PART
    }

    private static final Map<String, Kind> WORDS = Map.ofEntries(
            Map.entry("bundesland", Kind.STATE),
            Map.entry("freistaat", Kind.STATE),
            Map.entry("regierungsbezirk", Kind.REGION),
            Map.entry("region", Kind.REGION),
            Map.entry("kreis", Kind.DISTRICT),
            Map.entry("landkreis", Kind.DISTRICT),
            Map.entry("altkreis", Kind.DISTRICT),
            Map.entry("lkr", Kind.DISTRICT),
            Map.entry("lk", Kind.DISTRICT),
            Map.entry("staedteregion", Kind.DISTRICT),
            Map.entry("regionalverband", Kind.DISTRICT),
            Map.entry("verbandsgemeinde", Kind.ASSOCIATION),
            Map.entry("samtgemeinde", Kind.ASSOCIATION),
            Map.entry("verwaltungsgemeinschaft", Kind.ASSOCIATION),
            Map.entry("amt", Kind.ASSOCIATION),
            Map.entry("vg", Kind.ASSOCIATION),
            Map.entry("sg", Kind.ASSOCIATION),
            Map.entry("stadt", Kind.MUNICIPALITY),
            Map.entry("stadtkreis", Kind.MUNICIPALITY),
            Map.entry("sk", Kind.MUNICIPALITY),
            Map.entry("hansestadt", Kind.MUNICIPALITY),
            Map.entry("landeshauptstadt", Kind.MUNICIPALITY),
            Map.entry("hauptstadt", Kind.MUNICIPALITY),
            Map.entry("universitaetsstadt", Kind.MUNICIPALITY),
            Map.entry("gemeinde", Kind.MUNICIPALITY),
            Map.entry("ortsgemeinde", Kind.MUNICIPALITY),
            Map.entry("flecken", Kind.MUNICIPALITY),
            Map.entry("markt", Kind.MUNICIPALITY),
            Map.entry("bezirk", Kind.BOROUGH),
            Map.entry("stadtbezirk", Kind.BOROUGH),
            Map.entry("ortsteil", Kind.PART),
            Map.entry("stadtteil", Kind.PART));
    private static final Set<String> BESIDE = Set.of("kreisfreie", "freie", "und", "grosse", "krsfr", "krfr");

    /** What codes and names of levels hold, the longer words first, since others are parts of them. */
    private static final List<LevelWord> IN_LEVELS = List.of(
            new LevelWord("wahlkreis", Set.of()),
            new LevelWord("regierungsbezirk", Set.of(Kind.REGION)),
            new LevelWord("verbandsgemeinde", Set.of(Kind.ASSOCIATION)),
            new LevelWord("samtgemeinde", Set.of(Kind.ASSOCIATION)),
            new LevelWord("stadtbezirk", Set.of(Kind.BOROUGH)),
            new LevelWord("stadtteil", Set.of(Kind.PART)),
            new LevelWord("ortsteil", Set.of(Kind.PART)),
            new LevelWord("quarter", Set.of(Kind.PART)),
            new LevelWord("bundesland", Set.of(Kind.STATE)),
            new LevelWord("federal", Set.of(Kind.STATE)),
            new LevelWord("region", Set.of(Kind.REGION)),
            new LevelWord("district", Set.of(Kind.DISTRICT, Kind.BOROUGH)),
            new LevelWord("county", Set.of(Kind.DISTRICT)),
            new LevelWord("kreis", Set.of(Kind.DISTRICT)),
            new LevelWord("borough", Set.of(Kind.BOROUGH)),
            new LevelWord("bezirk", Set.of(Kind.BOROUGH)),
            new LevelWord("municipalit", Set.of(Kind.MUNICIPALITY)),
            new LevelWord("gemeinde", Set.of(Kind.MUNICIPALITY)),
            new LevelWord("staedte", Set.of(Kind.MUNICIPALITY)),
            new LevelWord("stadt", Set.of(Kind.MUNICIPALITY)),
            new LevelWord("town", Set.of(Kind.MUNICIPALITY)),
            new LevelWord("city", Set.of(Kind.MUNICIPALITY)),
            new LevelWord("cities", Set.of(Kind.MUNICIPALITY)));

    private record LevelWord(String word, Set<Kind> kinds) {}

    /** The kind that a word alone stands for; null for none. */
    static @Nullable Kind ofWord(String word) {
        return WORDS.get(word);
    }

    /**
     * The kind that a word stands for in what official names add after a comma, as in {@code Solingen, Klingenstadt}.
     */
    static @Nullable Kind ofAddition(String word) {
        Kind known = WORDS.get(word);
        return known == null && word.endsWith("stadt") ? Kind.MUNICIPALITY : known;
    }

    /** Whether a word stands beside such an addition without a meaning of its own. */
    static boolean isBeside(String word) {
        return BESIDE.contains(word);
    }

    /** The kinds of areas that a level holds, as far as its code or name tells. */
    static Set<Kind> ofLevel(String level) {
        String text = SpaceNames.letters(level.toLowerCase(Locale.GERMAN));
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (LevelWord in : IN_LEVELS) {
            if (text.contains(in.word)) {
                kinds.addAll(in.kinds);
                text = text.replace(in.word, " ");
            }
        }
        return kinds;
    }

    /**
     * Whether a space may be meant by a name that says its kind.
     *
     * @param said kinds that the name says
     * @param own kinds that the name of the space says
     * @param level kinds of areas that its level holds; empty where that is not known
     */
    static boolean mayBe(Set<Kind> said, Set<Kind> own, Set<Kind> level) {
        if (said.isEmpty() || !Collections.disjoint(said, own)) {
            return true;
        }
        boolean levelSays = !Collections.disjoint(said, level);
        return own.isEmpty() && (levelSays || (level.isEmpty() && said.equals(Set.of(Kind.MUNICIPALITY))));
    }
}
