package de.quartierwerk.ingestion.intake.file;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signs that stand in cells instead of numbers.
 *
 * @param missing there is no value ({@code x}, {@code ...}, {@code …}, {@code :}, {@code [x]}, an empty cell)
 * @param suppressed the source keeps it secret ({@code .}, {@code •}, {@code *}, {@code [c]})
 * @param unreliable the source finds it too uncertain to state ({@code /}, {@code ( )}, {@code [u]})
 * @param zero exactly zero ({@code -}, also as a longer dash)
 */
public record Marks(Set<String> missing, Set<String> suppressed, Set<String> unreliable, Set<String> zero) {
    /** The signs of German official statistics, and those in brackets of British ones. */
    public static final Marks USUAL = new Marks(
            Set.of("", "x", "X", "...", "…", ":", "NA", "[x]", "[z]"),
            Set.of(".", "•", "*", "[c]"),
            Set.of("/", "()", "( )", "[u]"),
            Set.of("-", "–", "—"));

    public Marks {
        missing = Set.copyOf(missing);
        suppressed = Set.copyOf(suppressed);
        unreliable = Set.copyOf(unreliable);
        zero = Set.copyOf(zero);
    }

    /**
     * The usual signs, where a mapping does not state its own; null means not stated. An empty cell is missing whatever
     * other signs are stated for that, unless it is stated for something else.
     */
    public static Marks stated(
            @Nullable List<String> missing,
            @Nullable List<String> suppressed,
            @Nullable List<String> unreliable,
            @Nullable List<String> zero) {
        Set<String> gone = missing == null ? USUAL.missing : new HashSet<>(missing);
        boolean emptyIsElse =
                (suppressed != null && suppressed.contains("")) || (unreliable != null && unreliable.contains(""));
        if (missing != null && !emptyIsElse) {
            gone.add("");
        }
        Set<String> elsewhere = new HashSet<>();
        for (List<String> stated : Arrays.asList(missing, suppressed, unreliable, zero)) {
            elsewhere.addAll(stated == null ? List.of() : stated);
        }
        return new Marks(
                missing == null ? without(gone, elsewhere) : gone,
                suppressed == null ? without(USUAL.suppressed, elsewhere) : Set.copyOf(suppressed),
                unreliable == null ? without(USUAL.unreliable, elsewhere) : Set.copyOf(unreliable),
                zero == null ? without(USUAL.zero, elsewhere) : Set.copyOf(zero));
    }

    /** Usual signs but for those that are stated for something else. */
    private static Set<String> without(Set<String> usual, Set<String> elsewhere) {
        Set<String> left = new HashSet<>(usual);
        left.removeAll(elsewhere);
        return left;
    }
}
