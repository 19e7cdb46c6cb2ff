/** The commoner family names of China, of one character and of two: what a name of a person begins with. */
export const FAMILY_NAMES: ReadonlySet<string> = new Set(
  (
    '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎雷段' +
    '龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔常汤康易乔赖文施洪辛柯庄温牛樊葛邢安齐伍庞颜倪梅翟蓝聂章鲁岳翁殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮纪童凌毕单季成霍涂裴阳辜' +
    '冉路饶穆宗边池鲍骆初苗娄祁柴车房曲费席党连盛司卫麻隋谷冷封蒙闵岑缪卓褚靳桑窦鞠郁伊干鄢丘解卜屈米晏佟简冀仇匡项滕栾应敖占华戚牟'
  ).match(/./gu)!.concat('欧阳 上官 司马 诸葛 皇甫 尉迟 公孙 慕容 令狐 司徒 东方 夏侯'.split(' ')),
)
