package de.quartierwerk.kit.request;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Content-Disposition} of a form's part (RFC 7578), read to its end.
 *
 * @param name of the part
 * @param fileNames as its parameters for file names give them, the plain one and the encoded one (RFC 5987)
 */
record PartHeader(String name, List<String> fileNames) {

    private static final Pattern KIND = Pattern.compile("form-data\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([A-Za-z*-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;\"]*))\\s*");
    private static final String NOT_READABLE = "\0";
    private static final Pattern EXTENDED = Pattern.compile("([A-Za-z0-9-]+)'[A-Za-z0-9-]*'(.*)");

    /** The header; empty where it is missing, malformed, or names no part. */
    static Optional<PartHeader> parse(@Nullable String disposition) {
        if (disposition == null) {
            return Optional.empty();
        }
        Matcher kind = KIND.matcher(disposition);
        if (!kind.lookingAt()) {
            return Optional.empty();
        }
        Matcher parameter = PARAMETER.matcher(disposition);
        String name = "";
        List<String> files = new ArrayList<>();
        int end = kind.end();
        while (end < disposition.length()) {
            if (!parameter.find(end) || parameter.start() != end) {
                return Optional.empty();
            }
            end = parameter.end();
            String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
            switch (parameter.group(1).toLowerCase(Locale.ROOT)) {
                case "name" -> name = value;
                case "filename" -> files.add(value);
                case "filename*" -> files.add(decoded(value).orElse(NOT_READABLE));
                default -> {
                    // other parameters mean nothing here
                }
            }
        }
        boolean readable = !name.isEmpty() && !files.contains(NOT_READABLE);
        return readable ? Optional.of(new PartHeader(name, List.copyOf(files))) : Optional.empty();
    }

    private static Optional<String> decoded(String value) {
        Matcher extended = EXTENDED.matcher(value);
        if (!extended.matches()) {
            return Optional.empty();
        }
        try {
            Charset charset = Charset.forName(extended.group(1));
            // here a plus is a plus
            return Optional.of(URLDecoder.decode(extended.group(2).replace("+", "%2B"), charset));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
