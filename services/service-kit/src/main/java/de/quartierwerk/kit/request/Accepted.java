package de.quartierwerk.kit.request;

import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller accepts ({@code Accept}, RFC 9110 section 12.5.1). Of several forms the one with the highest weight is
 * chosen; where weights are equal, the one that is named more exactly, then the one that is named first.
 */
final class Accepted {

    /** A media range; the parameters beside the weight count for its exactness only. */
    private record Range(String type, String subtype, int exactness, double weight, int position) {

        boolean covers(MediaType form) {
            boolean any = type.equals("*");
            boolean sameType = any || type.equalsIgnoreCase(form.getType());
            return sameType && (subtype.equals("*") || subtype.equalsIgnoreCase(form.getSubtype()));
        }
    }

    private record Choice(MediaType form, Range range) {}

    private static final Comparator<Range> EXACTNESS = Comparator.comparingInt(Range::exactness);
    private static final Comparator<Choice> PREFERENCE = Comparator.<Choice>comparingDouble(
                    choice -> -choice.range().weight())
            .thenComparing(Choice::range, EXACTNESS.reversed())
            .thenComparingInt(choice -> choice.range().position());

    private final List<Range> ranges;
    private final boolean anything;

    /** @param lines of the header; none, or only blank ones, accept everything */
    Accepted(@Nullable List<String> lines) {
        List<String> elements = lines == null ? List.of() : elements(lines);
        anything = elements.isEmpty();
        List<Range> found = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            range(elements.get(i), i).ifPresent(found::add);
        }
        ranges = List.copyOf(found);
    }

    /**
     * The form that the caller likes best, the first of those that it likes equally.
     *
     * @param forms that can be given, the usual one first
     */
    Optional<MediaType> best(List<MediaType> forms) {
        if (anything) {
            return forms.stream().findFirst();
        }
        return forms.stream()
                .flatMap(form -> ranges.stream()
                        .filter(range -> range.covers(form))
                        .max(EXACTNESS)
                        .map(range -> new Choice(form, range))
                        .stream())
                .filter(choice -> choice.range().weight() > 0)
                .min(PREFERENCE)
                .map(Choice::form);
    }

    private static List<String> elements(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    /** The range of an element; empty for one that cannot be read, which names nothing. */
    private static Optional<Range> range(String element, int position) {
        String[] parts = element.split(";", -1);
        String[] names = parts[0].strip().split("/", -1);
        if (names.length != 2 || names[0].isEmpty() || names[1].isEmpty()) {
            return Optional.empty();
        }
        if (names[0].equals("*") && !names[1].equals("*")) {
            return Optional.empty();
        }
        double weight = 1;
        int exactness = names[0].equals("*") ? 0 : names[1].equals("*") ? 1 : 2;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                weight = weight(parameter.substring(2));
            } else if (!parameter.isEmpty()) {
                exactness = 3;
            }
        }
        return weight < 0 ? Optional.empty() : Optional.of(new Range(names[0], names[1], exactness, weight, position));
    }

    private static double weight(String text) {
        return text.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(text) : -1;
    }
}
