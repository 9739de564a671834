package de.quartierwerk.acceptance;

import de.quartierwerk.local.LocalService;
import de.quartierwerk.local.LocalSettings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What services wrote to their logs since the last look that a caller must not bring about. */
final class LogWatch {

    private static final Pattern ENTRY = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}T.*");
    private static final Pattern ERROR = Pattern.compile("^\\S+ ERROR .*");
    private static final Pattern TRACE = Pattern.compile("^\\s+at [\\w.$/@]+\\(.*");

    /** Tells of a machine that has more to do than it can, whoever called. */
    private static final String SLOW_MACHINE = "BlockedThreadChecker";

    private final LocalSettings settings;
    private final Map<LocalService, Long> read = new TreeMap<>();

    /** Begins at the present end of all logs. */
    LogWatch(LocalSettings settings) throws IOException {
        this.settings = settings;
        for (LocalService service : LocalService.values()) {
            news(service);
        }
    }

    /** New entries that are an error or have a stack trace. */
    List<String> news(LocalService service) throws IOException {
        Path log = settings.logs().resolve(service.root() + ".log");
        List<String> faults = new ArrayList<>();
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = read.getOrDefault(service, file.length());
            file.seek(from);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            // a line that is being written is read the next time
            int end = text.lastIndexOf('\n') + 1;
            read.put(service, from + text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
            faults.addAll(faults(text.substring(0, end)));
        }
        return faults;
    }

    private static List<String> faults(String text) {
        List<String> faults = new ArrayList<>();
        String entry = "";
        for (String line : text.lines().toList()) {
            boolean begins = ENTRY.matcher(line).matches();
            entry = begins ? line : entry;
            boolean fault =
                    begins ? ERROR.matcher(line).matches() : TRACE.matcher(line).matches();
            if (fault && !entry.contains(SLOW_MACHINE) && !faults.contains(entry)) {
                faults.add(entry);
            }
        }
        return faults;
    }
}
