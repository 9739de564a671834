package de.quartierwerk.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which calls are made in which order: of each hundred the same number of each kind, shuffled by a seed. */
final class LoadDeck {
    /** A kind of call. */
    enum Kind {
        READ(90),
        SUBMISSION(5),
        RUN(1),
        FUNDING(4);

        private final int ofHundred;

        Kind(int ofHundred) {
            this.ofHundred = ofHundred;
        }
    }

    private static final int HUNDRED = 100;

    private final long seed;
    private long dealt = -1;
    private List<Kind> hundred = List.of();

    LoadDeck(long seed) {
        this.seed = seed;
    }

    /** The kind of the call of this number; the same for each deck of one seed. */
    Kind kind(long number) {
        if (number / HUNDRED != dealt) {
            dealt = number / HUNDRED;
            hundred = deal(new Random(seed * 1_000_003 + dealt));
        }
        return hundred.get((int) (number % HUNDRED));
    }

    private static List<Kind> deal(Random random) {
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            kinds.addAll(Collections.nCopies(kind.ofHundred, kind));
        }
        Collections.shuffle(kinds, random);
        return kinds;
    }
}
