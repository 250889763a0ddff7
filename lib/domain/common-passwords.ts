/**
 * Words and rows that guessers try first, product and organisation words included (PWD-7). Lower-case, four characters
 * and more. With at least 15 characters asked for, whole entries of the usual top lists are mostly too short; what
 * remains dangerous is a password put together from them, so the list holds their parts.
 */
export const commonPasswordWords: readonly string[] = `
  password passwort passw0rd motdepasse contrasena senha parola haslo wachtwoord salasana losenord adgangskode
  kennwort welcome willkommen bienvenue letmein iloveyou ilovethis trustno1 admin administrator root superuser
  system default changeme change secret geheim private access login logon signin user username guest test
  testing tester temp temporary demo example sample master shadow monkey dragon football baseball basketball
  hockey soccer tennis golfer cricket rugby racing runner swimmer yankees lakers cowboys steelers eagles giants
  raiders packers redsox liverpool arsenal chelsea barcelona realmadrid juventus manchester united tottenham
  everton celtic rangers bayern dortmund princess sunshine superman batman spiderman ironman pokemon naruto
  starwars startrek matrix gandalf merlin wizard hello hello123 freedom whatever nothing something michael
  jordan michelle jennifer jessica ashley amanda daniel andrew joshua matthew robert thomas william charlie
  george david james joseph anthony richard steven nicole hannah samantha elizabeth patrick justin brandon
  taylor hunter harley ranger buster tigger pepper ginger cookie maggie bailey molly sophie chester computer
  internet windows microsoft google facebook twitter instagram linkedin youtube amazon apple android samsung
  nokia sony dell oracle cisco intel linux ubuntu debian server database network security service services
  account accounts mobile phone telephone email gmail hotmail yahoo outlook website online offline summer
  winter spring autumn january february march april june july august september october november december monday
  tuesday wednesday thursday friday saturday sunday love lover lovely forever together always family mother
  father brother sister daughter friend friends angel angels heaven jesus christ church bible money cash dollar
  million power energy business company office manager director president engineer developer student teacher
  doctor school college university london paris berlin madrid moscow vienna zurich amsterdam newyork boston
  chicago dallas denver houston phoenix seattle austin texas florida california canada america england scotland
  ireland france germany deutschland espana italia russia china india japan brazil mexico australia orange
  banana cherry melon lemon strawberry chocolate coffee cheese butter pizza burger chicken turkey purple yellow
  silver golden black white green blue diamond crystal ruby emerald mustang corvette ferrari porsche mercedes
  toyota honda yamaha suzuki harley-davidson camaro guitar music rocket metallica nirvana eminem beatles
  slipknot queen prince tiger lion panther wolf eagle falcon dolphin butterfly horse kitten puppy doggie snoopy
  garfield mickey donald killer ninja samurai warrior soldier sniper danger death demon devil hell fuck fucker
  fuckyou asshole bitch shit sexy porn qwerty qwertz azerty asdf zxcv qazwsx 1q2w3e 1qaz 2wsx zaq1 abc123
  abcd1234 123qwe 123abc q1w2e3 asdfgh zxcvbn qweasd qweasdzxc asdzxc poiuy lkjhg mnbvc 2015 2016 2017 2018
  2019 2020 2021 2022 2023 2024 2025 2026 2027 2028 1980 1985 1990 1991 1992 1993 1994 1995 1996 1997 1998 1999
  2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 2010 token tokens tokendesk desk frontdesk platform
  environment environments project projects marketplace deploy deployment viewer member canvus multitaction
  virtuozzo jelastic jetbrains codecanvas space permission permissions scope bearer apikey credential
  credentials session companyname mycompany enterprise corporate intranet extranet production staging
  development backup correcthorsebatterystaple correct-horse-battery-staple thequickbrownfox quickbrownfox
  jumpsoverthelazydog tobeornottobe maytheforcebewithyou please enter this that here open sesame opensesame
  abracadabra hocuspocus mypassword yourpassword newpassword oldpassword nopassword passphrase secretword
  secretkey masterkey supersecret topsecret verysecret aaaa bbbb cccc dddd 0000 1111 2222 3333 4444 5555 6666
  7777 8888 9999 blink182 bond007 thx1138 ncc1701 r2d2 c3po iloveu loveme lovelove mylove babygirl babyboy
  sweetie honey sugar beautiful gorgeous handsome number number1 numberone first second third champion winner
  victory legend hero player gamer minecraft fortnite roblox callofduty warcraft diablo zelda mario sonic
  nintendo playstation xbox steam creative design designer photo picture camera movie cinema hollywood broadway
`
  .trim()
  .split(/\s+/);
