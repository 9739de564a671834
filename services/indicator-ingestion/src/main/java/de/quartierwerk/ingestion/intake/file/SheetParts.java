package de.quartierwerk.ingestion.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the parts of an XLSX package in which its sheets lie. */
final class SheetParts {
    private static final String RELATIONS_OF_WORKBOOK = "xl/_rels/workbook.xml.rels";
    private static final Pattern ELEMENT = Pattern.compile("<(?:\\w+:)?(sheet|Relationship)\\s([^>]*?)/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private SheetParts() {}

    /** The parts by the names of the sheets. */
    static Map<String, String> of(ZipFile book) throws IOException {
        Map<String, String> targets = new HashMap<>();
        elements(text(book, RELATIONS_OF_WORKBOOK))
                .forEach((id, attributes) -> targets.put(id, attributes.get("Target")));
        Map<String, String> parts = new LinkedHashMap<>();
        elements(text(book, ArchiveGuard.WORKBOOK)).forEach((id, attributes) -> {
            String target = targets.get(id);
            if (target != null) {
                String name = XmlTexts.unescape(attributes.getOrDefault("name", ""));
                parts.put(name, target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        });
        return parts;
    }

    /** Sheets or relations by their ids, with their attributes. */
    private static Map<String, Map<String, String>> elements(String xml) {
        Map<String, Map<String, String>> elements = new LinkedHashMap<>();
        Matcher element = ELEMENT.matcher(xml);
        while (element.find()) {
            Map<String, String> attributes = new HashMap<>();
            Matcher attribute = ATTRIBUTE.matcher(element.group(2));
            while (attribute.find()) {
                String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
                String name = attribute.group(1);
                attributes.put(name.equals("Id") || name.endsWith(":id") ? "id" : name, value);
            }
            elements.put(attributes.get("id"), attributes);
        }
        return elements;
    }

    /** A part as text; empty where there is none of that name. */
    static String text(ZipFile book, String part) throws IOException {
        ZipEntry entry = book.getEntry(part);
        if (entry == null) {
            return "";
        }
        try (InputStream in = book.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
