package de.quartierwerk.supplychain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Looks for passwords, keys and tokens in every line that was ever added to the repository. */
final class Secrets {
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----"),
            Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
            Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36}\\b"),
            Pattern.compile("\\bglpat-[A-Za-z0-9_-]{20}\\b"),
            Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{20,}"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{20,}\\.eyJ[A-Za-z0-9_-]{20,}\\.[A-Za-z0-9_-]{20,}"),
            Pattern.compile("://[^/\\s:@\"'$<{]{1,80}:[^/\\s:@\"'$<{]{6,80}@[a-z0-9]"),
            Pattern.compile("(?i)(?:password|passwort|passwd|secret|api[_-]?key|token)\"?'?\\s{0,3}[:=]\\s{0,3}"
                    + "[\"'][^\"'\\s${}<>%()]{8,200}[\"']"));

    /** Files that hold the passwords of the local realm's made-up people, and made-up secrets of tests. */
    private final Set<String> exempt;

    Secrets(Set<String> exempt) {
        this.exempt = Set.copyOf(exempt);
    }

    /** Whether a line looks as if it held a secret. */
    static boolean isSuspect(String line) {
        return line.length() < 20_000
                && FORMS.stream().anyMatch(form -> form.matcher(line).find());
    }

    /** Suspect lines of all files of all commits, with their file. */
    Set<String> inHistory(Path checkout) throws IOException, InterruptedException {
        Process git = new ProcessBuilder(
                        "git", "log", "--all", "--patch", "--unified=0", "--no-color", "--no-ext-diff", "--format=")
                .directory(checkout.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Set<String> found = new TreeSet<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(git.getInputStream(), StandardCharsets.ISO_8859_1))) {
            read(lines, found);
        }
        if (git.waitFor() != 0) {
            throw new IOException("git log ended with " + git.exitValue());
        }
        return found;
    }

    private void read(BufferedReader lines, Set<String> found) throws IOException {
        String file = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("+++ ")) {
                file = line.substring(line.startsWith("+++ b/") ? 6 : 4);
            } else if (line.startsWith("+") && !exempt.contains(file) && isSuspect(line)) {
                found.add(file + ": " + line.substring(1).strip());
            }
        }
    }
}
