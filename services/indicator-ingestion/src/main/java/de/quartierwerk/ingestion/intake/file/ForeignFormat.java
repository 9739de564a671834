package de.quartierwerk.ingestion.intake.file;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats that suppliers send and that are not read here, and what to do about each. */
enum ForeignFormat {
    HTML("html", Advice.SAVE_AS),
    MHTML("mhtml", Advice.SAVE_AS),
    XML_SPREADSHEET("xml-spreadsheet", Advice.SAVE_AS),
    BINARY_SPREADSHEET("binary-spreadsheet", Advice.SAVE_AS),
    OLD_EXCEL("old-excel", Advice.SAVE_AS),
    NUMBERS("numbers", Advice.SAVE_AS),
    FLAT_OPEN_DOCUMENT("flat-open-document", Advice.SAVE_AS),
    OPEN_DOCUMENT("open-document", Advice.SAVE_AS),
    LOCKED("locked", Advice.UNLOCK),
    PDF("pdf", Advice.FETCH),
    WORD("word", Advice.FETCH),
    SLIDES("slides", Advice.FETCH),
    OFFICE("office", Advice.FETCH),
    IMAGE("image", Advice.FETCH),
    ADX("adx", Advice.FETCH),
    SDMX_ML("sdmx-ml", Advice.FETCH),
    SDMX_JSON("sdmx-json", Advice.FETCH),
    JSON_STAT_1("json-stat-1", Advice.JSON_STAT),
    JSON_STAT_OTHER("json-stat-other", Advice.JSON_STAT),
    GEOJSON("geojson", Advice.FETCH),
    XML("xml", Advice.FETCH),
    RICH_TEXT("rich-text", Advice.FETCH),
    DATABASE("database", Advice.EXPORT),
    STATISTICS_PROGRAM("statistics-program", Advice.EXPORT),
    PARQUET("parquet", Advice.EXPORT),
    ARCHIVE("archive", Advice.UNPACK);

    private enum Advice {
        SAVE_AS,
        FETCH,
        UNLOCK,
        EXPORT,
        JSON_STAT,
        UNPACK
    }

    /** First bytes, hexadecimal. */
    private static final Map<String, ForeignFormat> BEGINNINGS = Map.ofEntries(
            Map.entry("255044462d", PDF),
            Map.entry("377abcaf", ARCHIVE),
            Map.entry("526172211a07", ARCHIVE),
            Map.entry("425a6839314159", ARCHIVE),
            Map.entry("fd377a58", ARCHIVE),
            Map.entry("28b52ffd", ARCHIVE),
            Map.entry("53514c697465", DATABASE),
            Map.entry("000100005374616e64617264", DATABASE),
            Map.entry("5041523115", PARQUET),
            Map.entry("24464c32", STATISTICS_PROGRAM),
            Map.entry("3c73746174615f647461", STATISTICS_PROGRAM),
            Map.entry("89504e47", IMAGE),
            Map.entry("ffd8ff", IMAGE),
            Map.entry("47494638", IMAGE),
            Map.entry("49492a00", IMAGE),
            Map.entry("4d4d002a", IMAGE),
            Map.entry("7b5c727466", RICH_TEXT),
            Map.entry("0908", OLD_EXCEL),
            Map.entry("0904", OLD_EXCEL),
            Map.entry("0902", OLD_EXCEL),
            Map.entry("09000400", OLD_EXCEL));

    private static final Pattern ROOT = Pattern.compile("<(?![!?])(?:[\\w.-]+:)?([\\w.-]+)");
    private static final Pattern FEATURES = Pattern.compile("\\{\\s*\"type\"\\s*:\\s*\"FeatureCollection\"");
    private static final Pattern SDMX_DATA = Pattern.compile("\"dataSets\"\\s*:|sdmx-json");
    private static final List<String> HTML_ROOTS =
            List.of("html", "head", "body", "table", "meta", "div", "style", "center", "tr", "p", "font");

    private final String key;
    private final Advice advice;

    ForeignFormat(String key, Advice advice) {
        this.key = key;
        this.advice = advice;
    }

    /** The refusal that names the format and says what to do. */
    Invalid refusal() {
        return new Invalid(
                "file.format",
                MessageText.of("format." + key),
                MessageText.of("format.advice."
                        + advice.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /** The format that begins with these bytes. */
    static Optional<ForeignFormat> ofBytes(byte[] start) {
        String hex = HexFormat.of().formatHex(start);
        return BEGINNINGS.entrySet().stream()
                .filter(entry -> hex.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** How many first bytes are looked at. */
    static int mostBytes() {
        return BEGINNINGS.keySet().stream().mapToInt(String::length).max().orElse(0) / 2;
    }

    /** The format of a text that is no table. */
    static Optional<ForeignFormat> ofText(String head) {
        String text = head.stripLeading();
        String start = text.substring(0, Math.min(text.length(), 2000));
        if (start.startsWith("<")) {
            return Optional.of(ofMarkup(start));
        }
        if (start.startsWith("MIME-Version:") || start.startsWith("From: <Saved by")) {
            return Optional.of(MHTML);
        }
        return Optional.empty();
    }

    /** The format of a JSON text that is no table. */
    static Optional<ForeignFormat> ofJson(String head) {
        String start = head.substring(0, Math.min(head.length(), 2000));
        if (FEATURES.matcher(start).find()) {
            return Optional.of(GEOJSON);
        }
        return SDMX_DATA.matcher(start).find() ? Optional.of(SDMX_JSON) : Optional.empty();
    }

    private static ForeignFormat ofMarkup(String start) {
        Matcher root = ROOT.matcher(start.toLowerCase(Locale.ROOT));
        String name = root.find() ? root.group(1) : "";
        if (HTML_ROOTS.contains(name) || start.toLowerCase(Locale.ROOT).contains("<!doctype html")) {
            return HTML;
        }
        return switch (name) {
            case "workbook" -> XML_SPREADSHEET;
            case "document" -> start.contains("opendocument") ? FLAT_OPEN_DOCUMENT : XML;
            case "adx" -> ADX;
            case "stata_dta" -> STATISTICS_PROGRAM;
            default -> start.contains("sdmx") ? SDMX_ML : XML;
        };
    }

    /** The format of an archive that holds parts of these names. */
    static Optional<ForeignFormat> ofArchive(Set<String> names) {
        if (names.contains("xl/workbook.bin")) {
            return Optional.of(BINARY_SPREADSHEET);
        }
        if (names.contains("word/document.xml")) {
            return Optional.of(WORD);
        }
        if (names.contains("ppt/presentation.xml")) {
            return Optional.of(SLIDES);
        }
        if (names.contains("Index/Document.iwa") || names.contains("Index.zip")) {
            return Optional.of(NUMBERS);
        }
        return Optional.empty();
    }

    /** Whether bytes begin a file of Microsoft's compound format, in which XLS lies. */
    static boolean isCompound(byte[] start) {
        return HexFormat.of().formatHex(start).startsWith("d0cf11e0a1b11ae1");
    }
}
