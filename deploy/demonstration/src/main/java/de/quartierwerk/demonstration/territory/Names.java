package de.quartierwerk.demonstration.territory;

import java.util.List;
import java.util.Locale;

/** Names that sound German and are made up; each carries the mark {@link #MARK}. */
final class Names {

    static final String MARK = " (erfunden)";

    private static final List<String> STEMS = List.of(
            "Quellen", "Ginster", "Merlen", "Sorben", "Wisper", "Hovel", "Dörren", "Ambern", "Fehlen", "Graden",
            "Ilsen", "Jorden", "Kranen", "Lintern", "Mohren", "Nessel", "Orken", "Pranz", "Rauden", "Selven", "Tolken",
            "Ursen", "Velden", "Wenzen", "Zirken", "Brachen", "Farn", "Gollen", "Harken", "Kolben");
    private static final List<String> ENDINGS = List.of(
            "broich", "scheid", "rath", "weiler", "hoven", "feld", "horst", "lohe", "kamp", "born", "furth", "siepen",
            "wald", "brück");
    private static final List<String> PREFIXES = List.of(
            "", "Ober", "Nieder", "Alt", "Neu", "Groß", "Klein", "Hohen", "Vorder", "Hinter", "Mittel", "Lang",
            "Breiten", "Wald", "Berg", "Tal", "Wiesen", "Moor", "Heide", "Sand", "Stein", "Linden", "Eichen", "Erlen",
            "Eschen", "Ulmen", "Weiden", "Birken", "Kirch", "Markt", "Burg", "Brunn");
    private static final List<String> QUARTERS = List.of(
            "Mitte",
            "Nord",
            "Süd",
            "Ost",
            "West",
            "Bahnhofsviertel",
            "Altstadt",
            "Neustadt",
            "Am Weiher",
            "Hochfeld",
            "Gartenstadt",
            "Zechensiedlung",
            "Mühlenviertel",
            "Am Stadtwald",
            "Klosterhof",
            "Tuchmacherviertel",
            "Rosenhügel",
            "Am Wehr",
            "Lindenhof",
            "Nordpark",
            "Südhang",
            "Glashütte",
            "Ziegelei",
            "Am Tivoli",
            "Kasernengelände",
            "Obstwiese",
            "Schlossberg",
            "Rheinische Vorstadt",
            "Am Kanal",
            "Papiermühle",
            "Alter Markt",
            "Kupferhof",
            "Windmühle",
            "Eisenbahnsiedlung",
            "Am Sportpark",
            "Waldrand",
            "Drei Eichen",
            "Kornmarkt",
            "Neue Heimat",
            "Talblick");

    private Names() {}

    static String district(int number) {
        return (number == 0 ? "Städteregion Wispertal" : "Kreis " + base(number * 7 + 3)) + MARK;
    }

    static String emptyDistrict() {
        return "Kreis Leerenfeld" + MARK;
    }

    static String municipality(int number) {
        return base(number) + MARK;
    }

    static String space(int municipality, int number, int of) {
        if (of == 1) {
            return municipality(municipality);
        }
        String quarter = QUARTERS.get(number % QUARTERS.size());
        String more = number < QUARTERS.size() ? "" : " " + (number / QUARTERS.size() + 1);
        return base(municipality) + "-" + quarter + more + MARK;
    }

    private static String base(int number) {
        int stems = STEMS.size() * ENDINGS.size();
        int within = number % stems;
        String name = STEMS.get(within % STEMS.size()) + ENDINGS.get((within / STEMS.size() + within) % ENDINGS.size());
        int round = number / stems;
        String prefix = PREFIXES.get(round % PREFIXES.size());
        String simple = prefix.isEmpty() ? name : prefix + name.toLowerCase(Locale.GERMAN);
        return round < PREFIXES.size() ? simple : simple + " " + (round / PREFIXES.size() + 1);
    }
}
